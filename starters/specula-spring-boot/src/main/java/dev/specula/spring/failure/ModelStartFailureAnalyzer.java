package dev.specula.spring.failure;

import dev.specula.spring.model.ModelStartException;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a model that is not where the properties say, or cannot be read. */
final class ModelStartFailureAnalyzer extends AbstractFailureAnalyzer<ModelStartException> {
    private static final String HUB = "hf://";
    private static final String LAYOUT = "a folder with config.json, tokenizer.json and model.safetensors at ";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ModelStartException cause) {
        String location = "\"" + cause.location() + "\"";
        String found = String.valueOf(Objects.requireNonNull(cause.getCause()).getMessage());
        if (cause.location().startsWith(HUB)) {
            return new Explanation(
                            "The model \"" + cause.model() + "\" cannot be had from " + location + ".",
                            "a model in the cache of the hub, or one that may be fetched",
                            found,
                            "Fetch it once with mvn dev.specula:spec-maven-plugin:models -Dspec.models="
                                    + cause.location() + ", or set specula.models.pull=when-missing.")
                    .of(cause);
        }
        Explanation explanation = cause.isFound()
                ? new Explanation(
                        "The model \"" + cause.model() + "\" at " + location + " cannot be read.",
                        "weights and configuration as they were published",
                        found,
                        "Copy the folder again if a file is cut short or damaged, or name another model with the property"
                                + " \"" + cause.property() + "\".")
                : new Explanation(
                        "The model \"" + cause.model() + "\" is not at " + location + ".",
                        LAYOUT + location,
                        found,
                        "Correct the property \"" + cause.property()
                                + "\", or put the model there. Relative paths start at "
                                + Path.of("").toAbsolutePath() + ".");
        return explanation.of(cause);
    }
}
