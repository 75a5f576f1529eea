package dev.specula.spring.failure;

import dev.specula.spring.UnknownPresetException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a preset that no pipeline of its name has. */
final class UnknownPresetFailureAnalyzer extends AbstractFailureAnalyzer<UnknownPresetException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnknownPresetException cause) {
        return new Explanation(
                        "The pipeline \"" + cause.pipeline() + "\" has no preset \"" + cause.preset() + "\".",
                        "off, plain, auto or one of " + String.join(", ", cause.known()),
                        cause.preset(),
                        "Change the property \"speculation\" of the pipeline, or name the preset's annotation in"
                                + " @TargetModel(presets = …) and generate the pipelines again.")
                .of(cause);
    }
}
