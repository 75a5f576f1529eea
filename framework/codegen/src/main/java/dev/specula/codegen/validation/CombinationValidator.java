package dev.specula.codegen.validation;

import dev.specula.Axis;
import dev.specula.Need;
import dev.specula.codegen.model.Choice;
import dev.specula.codegen.model.Loop;
import dev.specula.codegen.model.Pipeline;

/** Checks that the choices of a pipeline have what they need of each other and of the models. */
final class CombinationValidator {
    private final Report report;

    CombinationValidator(Report report) {
        this.report = report;
    }

    void validate(Pipeline pipeline) {
        if (pipeline.hasDraftModel() && pipeline.draft().isEmpty()) {
            report.add(
                    pipeline.source().place(),
                    Problem.NO_DRAFT_MODEL,
                    annotation(pipeline.source()),
                    pipeline.target().method().name());
        }
        for (Choice choice : pipeline.choices()) {
            answers(pipeline, choice);
            if (lacks(pipeline, choice, Need.CHANCES)) {
                report.add(choice.place(), Problem.NO_CHANCES, annotation(choice), annotation(pipeline.source()));
            }
        }
        if (pipeline.loop() == Loop.STATES) {
            new StatesValidator(report).validate(pipeline);
            return;
        }
        shape(pipeline);
        for (Choice choice : pipeline.choices()) {
            new StatesValidator(report).loop(pipeline, choice);
            if (asksForLaws(choice) && !hasLaws(pipeline)) {
                report.add(
                        choice.place(), Problem.DRAFT_NOT_SAMPLED, annotation(choice), annotation(pipeline.source()));
            }
            if (choice.needs(Need.CHAIN) && pipeline.mayBranch()) {
                chain(pipeline, choice);
            }
            if (lacks(pipeline, choice, Need.FRESH_DRAFT) && hasLaws(pipeline)) {
                report.add(choice.place(), Problem.DRAFT_NOT_FRESH, annotation(choice), annotation(pipeline.source()));
            }
        }
    }

    private void answers(Pipeline pipeline, Choice choice) {
        if (!choice.isFor(pipeline.target().emits())) {
            report.add(
                    choice.place(),
                    Problem.OTHER_ANSWERS,
                    annotation(choice),
                    Listed.braced(choice.emits()),
                    pipeline.target().method().name(),
                    pipeline.target().emits());
        }
    }

    private void shape(Pipeline pipeline) {
        Choice shape = pipeline.shape();
        boolean isForModels = shape.needs(Need.DRAFT_MODEL) || shape.needs(Need.TREE_PASS);
        if (isForModels && !pipeline.hasDraftModel()) {
            if (pipeline.source().isInferred()) {
                report.add(
                        shape.place(),
                        Problem.NO_DRAFT_MODEL,
                        annotation(shape),
                        pipeline.target().method().name());
            } else {
                report.add(shape.place(), Problem.SHAPE_NOT_USED, annotation(shape), annotation(pipeline.source()));
            }
        }
    }

    /** Whether the choice needs something of the source that it does not offer. */
    private static boolean lacks(Pipeline pipeline, Choice choice, Need need) {
        return choice.needs(need) && !pipeline.source().offers().contains(need);
    }

    private static boolean asksForLaws(Choice choice) {
        return choice.needs(Need.SAMPLED_DRAFT)
                || (choice.axis() == Axis.ACCEPTANCE && choice.implementation().takesSampledDraft());
    }

    private static boolean hasLaws(Pipeline pipeline) {
        return pipeline.hasDraftModel() || pipeline.source().implementation().takesSampledDraft();
    }

    private void chain(Pipeline pipeline, Choice choice) {
        Choice branching = pipeline.shape().needs(Need.TREE_PASS) ? pipeline.shape() : pipeline.source();
        String hint = choice.axis() == Axis.SCHEDULE
                ? "Remove " + annotation(choice) + ": a tree is drafted whole, by @FixedBudget."
                : "Use @AcceptsSiblings, which tries one child after the other, or draft a @Chain.";
        report.add(choice.place(), Problem.NOT_A_CHAIN, annotation(choice), annotation(branching), hint);
    }

    private static String annotation(Choice choice) {
        return "@" + choice.annotation().simpleName();
    }
}
