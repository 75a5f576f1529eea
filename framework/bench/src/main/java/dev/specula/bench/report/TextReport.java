package dev.specula.bench.report;

import java.util.Locale;

/** Writes a result as a few lines to read. */
public final class TextReport {
    private TextReport() {}

    /** The lines of {@code result}. */
    public static String write(PipelineResult result) {
        String drafted = result.draftWeights() == null ? "" : " + " + result.draftWeights();
        String text = format(
                "%s (%s%s) at temperature %s, %d prompts, %,d tokens%n",
                result.pipeline(), result.weights(), drafted, result.temperature(), result.prompts(), result.tokens());
        text += format(
                "  speed-up %.2f decoding, %.2f whole answers, %.2f end to end, %.2f over the fastest plain (%s); ideal %.2f, efficiency"
                        + " %.2f%n",
                result.decodeSpeedup(),
                result.answerSpeedup(),
                result.endToEndSpeedup(),
                result.speedupOverFastestPlain(),
                result.fastestPlain(),
                result.idealSpeedup(),
                result.efficiency());
        text += format(
                "  tau %.2f, %.2f drafted a round, acceptance %.2f, c %.3f, v(2) %.2f, v(4) %.2f, v(8) %.2f%n",
                result.tau(),
                result.draftedPerRound(),
                result.acceptanceRate(),
                result.draftStep(),
                result.costCurve().get(1),
                result.costCurve().get(3),
                result.costCurve().get(7));
        text += format(
                "  a round of %.2f rows: drafting %.2f (bare %.2f), target's pass %.2f (bare %.2f), rest %.2f%n",
                result.round().rows(),
                result.round().drafting(),
                result.round().bareDrafting(),
                result.round().pass(),
                result.round().barePass(),
                result.round().rest());
        text += format(
                "  tokens/s %.0f plain, %.0f reference, %.0f speculative; first token %.1f / %.1f ms; %d bytes a"
                        + " token%n",
                result.tokensPerSecond().plain(),
                result.tokensPerSecond().reference(),
                result.tokensPerSecond().speculative(),
                result.timeToFirstTokenMillis().plain(),
                result.timeToFirstTokenMillis().speculative(),
                result.bytesPerToken());
        text += format("  %d tokens differ from the reference", result.differingTokens());
        if (result.differingTokens() > 0) {
            text += format(" (%d answers first at a near-tie)", result.nearTies());
        }
        if (result.quality() != null) {
            text += format("; quality %s", result.quality().parts());
        }
        if (result.uselessDraft() != null) {
            text += format(
                    "%n  a draft of random weights loses %.1f %% against the reference with guesses, %.1f %%"
                            + " against plain, where v(2) is %.2f; it drafts %.2f tokens a round",
                    100 * result.uselessDraft().lossAgainstReference(),
                    100 * result.uselessDraft().lossAgainstPlain(),
                    result.uselessDraft().twoRows(),
                    result.uselessDraft().draftedPerRound());
        }
        return text + format(".");
    }

    /** The lines of {@code result}. */
    public static String write(DenoisingResult result) {
        String text = format(
                "%s (%s): %.1f calls for %.0f steps, speed-up %.2f (%.1f ms, plain %.1f ms)",
                result.pipeline(),
                result.settings(),
                result.calls(),
                result.steps(),
                result.speedup(),
                result.millis(),
                result.plainMillis());
        if (result.idealSpeedup() != null && result.efficiency() != null) {
            text += format("; ideal %.2f, efficiency %.2f", result.idealSpeedup(), result.efficiency());
        }
        if (result.forecastShare() > 0) {
            text += format("%n  %.3f of steps answered by forecasts", result.forecastShare());
            text += result.acceptanceRate() == null
                    ? ", none checked"
                    : format(", %.3f of the checked ones near enough", result.acceptanceRate());
        } else if (result.acceptanceRate() != null) {
            text += format("%n  acceptance %.3f, %.2f states a call", result.acceptanceRate(), result.rowsPerCall());
        }
        if (!result.quality().isEmpty()) {
            text += format("%n  quality %s, plain %s", result.quality(), result.plainQuality());
        }
        if (result.distanceFromPlain() != null) {
            text += format("%n  states lie %.4f from the plain sampler's", result.distanceFromPlain());
        }
        DenoisingResult.Law law = result.law();
        if (law != null) {
            text += format(
                    "%n  laws differ by %.4f on the worst of %d lines; %.4f is passed once in a hundred",
                    law.largestDistance(), law.projections(), law.criticalDistance());
        }
        return text;
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
