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
                "  speed-up %.2f decoding, %.2f end to end, %.2f over the fastest plain (%s); ideal %.2f, efficiency"
                        + " %.2f%n",
                result.decodeSpeedup(),
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
                    "%n  a draft of random weights loses %.1f %% against the reference with free guesses, %.1f %%"
                            + " against plain, where v(2) is %.2f; it drafts %.2f tokens a round",
                    100 * result.uselessDraft().lossAgainstReference(),
                    100 * result.uselessDraft().lossAgainstPlain(),
                    result.uselessDraft().twoRows(),
                    result.uselessDraft().draftedPerRound());
        }
        return text + format(".");
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
