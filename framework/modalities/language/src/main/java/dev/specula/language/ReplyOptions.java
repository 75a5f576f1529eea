package dev.specula.language;

import dev.specula.plan.Speculation;
import dev.specula.token.Sampling;

/**
 * How one request is answered.
 *
 * @param sampling how tokens are drawn, seed included
 * @param maxNewTokens most tokens of the reply, at least 1
 * @param speculation whether and how the reply is drafted: cannot change it where the guarantee is {@code SAME_TOKENS}
 */
public record ReplyOptions(Sampling sampling, int maxNewTokens, Speculation speculation) {
    /** The likeliest tokens, at most 256 of them, drafted as the pipeline sees fit. */
    public static final ReplyOptions DEFAULT = new ReplyOptions(Sampling.GREEDY, 256, Speculation.AUTO);

    /** Checks the limit. */
    public ReplyOptions {
        if (maxNewTokens < 1) {
            throw new IllegalArgumentException("maxNewTokens must be at least 1 token, but was " + maxNewTokens + ".");
        }
    }

    /** These options, drawing at {@code temperature} (0: the likeliest token) with {@code seed}. */
    public ReplyOptions at(double temperature, long seed) {
        return with(new Sampling(temperature, sampling.topK(), sampling.topP(), sampling.repetitionPenalty(), seed));
    }

    /** These options with {@code drawn} in place of the sampling. */
    public ReplyOptions with(Sampling drawn) {
        return new ReplyOptions(drawn, maxNewTokens, speculation);
    }

    /** These options with at most {@code tokens} tokens. */
    public ReplyOptions withMaxNewTokens(int tokens) {
        return new ReplyOptions(sampling, tokens, speculation);
    }

    /** These options with {@code wanted} in place of the speculation. */
    public ReplyOptions with(Speculation wanted) {
        return new ReplyOptions(sampling, maxNewTokens, wanted);
    }
}
