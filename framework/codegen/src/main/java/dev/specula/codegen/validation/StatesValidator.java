package dev.specula.codegen.validation;

import dev.specula.Axis;
import dev.specula.codegen.model.Choice;
import dev.specula.codegen.model.Loop;
import dev.specula.codegen.model.Pipeline;

/** Checks that the choices of a pipeline are for the loop of its target, and those about states for each other. */
final class StatesValidator {
    private final Report report;

    StatesValidator(Report report) {
        this.report = report;
    }

    /** Checks the choices of a denoising pipeline. */
    void validate(Pipeline pipeline) {
        for (Choice choice : pipeline.choices()) {
            loop(pipeline, choice);
            boolean isOfDrafts = choice.axis() != Axis.SOURCE && !choice.isInferred();
            if (isOfDrafts && pipeline.draftsNothing()) {
                report.add(choice.place(), Problem.NOTHING_DRAFTED, annotation(choice), annotation(pipeline.source()));
            }
        }
    }

    /** Checks that {@code choice} is for the loop of {@code pipeline}. */
    void loop(Pipeline pipeline, Choice choice) {
        Loop loop = choice.implementation().loop().orElse(pipeline.loop());
        if (loop != pipeline.loop() && choice.implementation().fitsAxis()) {
            report.add(
                    choice.place(),
                    Problem.OTHER_LOOP,
                    annotation(choice),
                    loop.what(),
                    pipeline.target().method().name(),
                    pipeline.loop().what());
        }
    }

    private static String annotation(Choice choice) {
        return "@" + choice.annotation().simpleName();
    }
}
