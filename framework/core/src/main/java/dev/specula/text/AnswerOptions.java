package dev.specula.text;

import dev.specula.plan.Speculation;
import dev.specula.token.Sampling;

/**
 * How one question is answered.
 *
 * @param sampling how tokens are drawn, seed included
 * @param maxNewTokens most tokens of the answer, at least 1
 * @param speculation whether and how the answer is drafted: cannot change it where the guarantee is {@code SAME_TOKENS}
 */
public record AnswerOptions(Sampling sampling, int maxNewTokens, Speculation speculation) {
    /** The likeliest tokens, at most 128 of them, drafted as the pipeline sees fit. */
    public static final AnswerOptions DEFAULT = new AnswerOptions(Sampling.GREEDY, 128, Speculation.AUTO);

    /** Checks the limit. */
    public AnswerOptions {
        if (maxNewTokens < 1) {
            throw new IllegalArgumentException("maxNewTokens must be at least 1 token, but was " + maxNewTokens + ".");
        }
    }

    /** These options, drawing at {@code temperature} (0: the likeliest token) with {@code seed}. */
    public AnswerOptions at(double temperature, long seed) {
        return with(new Sampling(temperature, sampling.topK(), sampling.topP(), sampling.repetitionPenalty(), seed));
    }

    /** These options with {@code drawn} in place of the sampling. */
    public AnswerOptions with(Sampling drawn) {
        return new AnswerOptions(drawn, maxNewTokens, speculation);
    }

    /** These options with at most {@code tokens} tokens. */
    public AnswerOptions withMaxNewTokens(int tokens) {
        return new AnswerOptions(sampling, tokens, speculation);
    }

    /** These options with {@code wanted} in place of the speculation. */
    public AnswerOptions with(Speculation wanted) {
        return new AnswerOptions(sampling, maxNewTokens, wanted);
    }
}
