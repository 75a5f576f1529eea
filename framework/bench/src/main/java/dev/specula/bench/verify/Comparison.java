package dev.specula.bench.verify;

import dev.specula.plan.PipelineDescription;
import java.util.Locale;

/**
 * What a pipeline said beside what its target says alone.
 *
 * @param description of the pipeline
 * @param temperature of the answers
 * @param answers that were compared
 * @param tokens of the reference
 * @param differingTokens places where the two hold different tokens, or only one holds any
 * @param differingAnswers answers with at least one such place
 * @param nearTies of those, answers whose first difference is one that rounding decides
 * @param widestMargin of the first differences of those answers: at temperature 0 between the logits of the two tokens, relative to
 *     the larger one, above it between their times in the race, relative to the winner's; 0 where none differs
 */
public record Comparison(
        PipelineDescription description,
        double temperature,
        int answers,
        long tokens,
        long differingTokens,
        int differingAnswers,
        int nearTies,
        double widestMargin) {

    /** Whether the pipeline kept its guarantee as far as tokens can show it. */
    public boolean holds() {
        return switch (description.guarantee()) {
            case SAME_TOKENS -> differingTokens == 0;
            case SAME_LAW ->
                (temperature > 0 && !description.acceptance().equals("match")) || nearTies == differingAnswers;
            case RELAXED -> true;
        };
    }

    /** A line to read. */
    public String describe() {
        String line = String.format(
                Locale.ROOT,
                "%s at temperature %s: %,d of %,d tokens differ in %d answers",
                description.key(),
                temperature,
                differingTokens,
                tokens,
                answers);
        if (differingAnswers > 0) {
            line += String.format(
                    Locale.ROOT,
                    " (%d answers differ, %d of them first at a near-tie; the widest margin is %.1e; the guarantee is"
                            + " %s)",
                    differingAnswers,
                    nearTies,
                    widestMargin,
                    description.guarantee());
        }
        return line + (holds() ? "." : ": NOT what was promised.");
    }
}
