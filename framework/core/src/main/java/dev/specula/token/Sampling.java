package dev.specula.token;

/**
 * How tokens are drawn from a model's logits: the repetition penalty first, then temperature, top-k and top-p, in the order
 * that published implementations share.
 *
 * @param temperature divides the logits, at least 0; at 0 the likeliest token is certain
 * @param topK how many of the likeliest tokens stay, ties to the lower token; 0 keeps all
 * @param topP the likeliest tokens stay until their probabilities reach this sum, in (0, 1]; 1 keeps all
 * @param repetitionPenalty divides positive logits of tokens that occurred before and multiplies negative ones (Keskar et al.
 *     2019, arXiv:1909.05858), above 0; 1 changes nothing
 * @param seed of the answer's noise
 */
public record Sampling(double temperature, int topK, double topP, double repetitionPenalty, long seed) {
    /** The likeliest token at each position. */
    public static final Sampling GREEDY = new Sampling(0, 0, 1, 1, 0);

    /** Checks the ranges. */
    public Sampling {
        if (!(temperature >= 0) || temperature == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "temperature must be 0 (greedy) or a positive number, but was " + temperature + ".");
        }
        if (topK < 0) {
            throw new IllegalArgumentException(
                    "topK must be 0 (off) or a positive number of tokens, but was " + topK + ".");
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException("topP must be above 0 and at most 1 (off), but was " + topP + ".");
        }
        if (!(repetitionPenalty > 0) || repetitionPenalty == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "repetitionPenalty must be a positive number, 1 meaning off, but was " + repetitionPenalty + ".");
        }
    }

    /** Draws at {@code temperature} with {@code seed}, unfiltered. */
    public static Sampling at(double temperature, long seed) {
        return new Sampling(temperature, 0, 1, 1, seed);
    }

    /** Whether tokens that occurred before are treated differently. */
    public boolean penalises() {
        return repetitionPenalty != 1;
    }
}
