package dev.specula.codegen.validation;

import dev.specula.Guarantee;
import dev.specula.codegen.model.Choice;
import dev.specula.codegen.model.Pipeline;
import dev.specula.codegen.model.Preset;
import java.util.stream.Collectors;

/** Checks the guarantee of a pipeline against the one that is promised. */
final class PromiseValidator {
    private final Report report;

    PromiseValidator(Report report) {
        this.report = report;
    }

    void validate(Pipeline pipeline) {
        Guarantee promise = pipeline.target().promise();
        if (promise == null || pipeline.guarantee().covers(promise)) {
            return;
        }
        String weak = pipeline.choices().stream()
                .filter(choice -> !choice.guarantee().covers(promise))
                .map(Choice::annotation)
                .map(annotation -> "@" + annotation.simpleName())
                .collect(Collectors.joining(" and "));
        String owner = pipeline.preset()
                .map(Preset::annotation)
                .map(preset -> " in " + preset.simpleName())
                .orElse("");
        report.add(
                pipeline.target().promisePlace(), Problem.PROMISE_BROKEN, promise, weak + owner, pipeline.guarantee());
    }
}
