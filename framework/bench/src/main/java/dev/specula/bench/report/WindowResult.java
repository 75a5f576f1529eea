package dev.specula.bench.report;

import dev.specula.Guarantee;

/**
 * What drafts of one fixed length were worth to one pipeline. Times are sums over all requests, after the first round of each;
 * speed-ups are over plain decoding of the same weights, or of any.
 *
 * @param pipeline its key
 * @param guarantee what its answers have in common with those of the target alone
 * @param source who proposes
 * @param acceptance what is kept
 * @param temperature of the answers
 * @param weights format of the target's weights
 * @param window drafted tokens a round
 * @param prompts requests that were answered
 * @param tokens that were said
 * @param tau tokens a pass, bonus included
 * @param acceptanceRate kept over drafted tokens
 * @param decodeSpeedup measured
 * @param speedupOverFastestPlain measured over plain decoding in the fastest format
 * @param fastestPlain that format
 * @param plainTokensPerSecond of the target alone, one row a pass
 * @param referenceTokensPerSecond of the target alone, in exact passes
 * @param tokensPerSecond of the pipeline
 * @param differingTokens tokens that differ from the reference
 */
public record WindowResult(
        String pipeline,
        Guarantee guarantee,
        String source,
        String acceptance,
        double temperature,
        String weights,
        int window,
        int prompts,
        long tokens,
        double tau,
        double acceptanceRate,
        double decodeSpeedup,
        double speedupOverFastestPlain,
        String fastestPlain,
        double plainTokensPerSecond,
        double referenceTokensPerSecond,
        double tokensPerSecond,
        long differingTokens) {}
