package dev.specula.bench.denoising;

import dev.specula.bench.report.DenoisingResult;
import dev.specula.plan.PipelineDescription;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a denoising pipeline drew beside the plain sampler.
 *
 * @param description of the pipeline
 * @param states that were compared number by number, with nothing drafted and nothing forecast
 * @param differing of those that were not the plain sampler's
 * @param law comparison of what it draws otherwise; absent where no law is promised, or none was compared
 */
public record StatesComparison(
        PipelineDescription description, int states, int differing, DenoisingResult.@Nullable Law law) {
    /** Whether the pipeline kept its guarantee as far as states can show it. */
    public boolean holds() {
        return differing == 0 && (law == null || law.largestDistance() <= law.criticalDistance());
    }

    /** A line to read. */
    public String describe() {
        String line = String.format(
                Locale.ROOT,
                "%s with nothing drafted: %d of %d states differ from the plain sampler's",
                description.key(),
                differing,
                states);
        if (law != null) {
            line += String.format(
                    Locale.ROOT,
                    "; drafted ones differ in law by %.4f on the worst of %d lines (%.4f is passed once in a hundred)",
                    law.largestDistance(),
                    law.projections(),
                    law.criticalDistance());
        } else {
            line += "; the guarantee is " + description.guarantee();
        }
        return line + (holds() ? "." : ": NOT what was promised.");
    }
}
