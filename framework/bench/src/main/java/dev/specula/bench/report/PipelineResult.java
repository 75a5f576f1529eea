package dev.specula.bench.report;

import dev.specula.Guarantee;
import dev.specula.bench.workload.Quality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one pipeline at one temperature. Times are medians over the repeats; speed-ups are over plain decoding of
 * the same weights unless they say otherwise.
 *
 * @param pipeline its key
 * @param guarantee what its answers have in common with those of the target alone
 * @param temperature of the answers
 * @param weights format of the target's weights
 * @param draftWeights format of the draft model's weights; absent without one
 * @param prompts requests that were answered
 * @param tokens that were said
 * @param tau tokens a round, bonus included
 * @param draftedPerRound drafted tokens a round
 * @param acceptanceRate kept over drafted tokens
 * @param acceptanceByPosition of the rounds that drafted so far, the share that kept so far
 * @param costCurve v(n) of the target for n = 1, 2, …
 * @param draftStep c: a step of the draft model over a pass of the target for one position
 * @param draftCost steps of the draft model a round, times c
 * @param round where the time of a round goes
 * @param idealSpeedup tau / (v(rows) + draft cost) of the rounds that are measured: what bare engine passes allow
 * @param decodeSpeedup measured, after the first round
 * @param answerSpeedup measured over whole answers, from where plain decoding has its first token
 * @param endToEndSpeedup measured, input and prompt included
 * @param speedupOverFastestPlain measured, over the fastest plain decoding of any weight format that keeps the quality
 * @param fastestPlain that format
 * @param efficiency measured over ideal speed-up
 * @param differingTokens tokens that differ from the reference
 * @param nearTies answers that differ first where rounding decides
 * @param bytesPerToken of the Java heap after the first token
 * @param quality of the target's own answers in these weights; absent where nobody can tell
 * @param tokensPerSecond after the first round
 * @param timeToFirstTokenMillis from the request, input included
 * @param uselessDraft what a draft model costs that has random weights; absent without a draft model
 */
public record PipelineResult(
        String pipeline,
        Guarantee guarantee,
        double temperature,
        String weights,
        @Nullable String draftWeights,
        int prompts,
        long tokens,
        double tau,
        double draftedPerRound,
        double acceptanceRate,
        List<Double> acceptanceByPosition,
        List<Double> costCurve,
        double draftStep,
        double draftCost,
        Round round,
        double idealSpeedup,
        double decodeSpeedup,
        double answerSpeedup,
        double endToEndSpeedup,
        double speedupOverFastestPlain,
        String fastestPlain,
        double efficiency,
        long differingTokens,
        int nearTies,
        long bytesPerToken,
        @Nullable Quality quality,
        ByDecoding tokensPerSecond,
        ByDecoding timeToFirstTokenMillis,
        @Nullable Useless uselessDraft) {

    /** A number for each way of decoding. */
    public record ByDecoding(double plain, double reference, double speculative) {}

    /**
     * The mean round after the first of each answer, which is what decoding is measured on. Times are over that of a bare
     * target pass for one position.
     *
     * @param tau tokens, bonus included; the last round of an answer, cut short by its end, counts as the others
     * @param rows positions of the target's pass
     * @param drafting from the round's start to the target's pass: the draft's steps, and what is drawn from them
     * @param bareDrafting as many bare steps of the draft model, one after the other: the draft cost
     * @param pass of the target
     * @param barePass v(rows)
     * @param rest judging, committing and settling
     */
    public record Round(
            double tau, double rows, double drafting, double bareDrafting, double pass, double barePass, double rest) {}

    /**
     * What is lost with a draft model of random weights, 0.02 being two per cent more time a token.
     *
     * @param lossAgainstReference over the target alone, which guesses while that pays
     * @param lossAgainstPlain over the fastest way of the target alone
     * @param twoRows v(2): the price of the second row
     * @param draftedPerRound drafted tokens a round; near nought once the schedule has noticed
     * @param acceptanceRate kept over drafted tokens
     */
    public record Useless(
            double lossAgainstReference,
            double lossAgainstPlain,
            double twoRows,
            double draftedPerRound,
            double acceptanceRate) {}
}
