package dev.specula.noise;

/**
 * The random numbers of one answer, each a function of use, position and lane: asking twice gives the same number. Rules,
 * growths and sources take all their chance from here, so that whoever supplies it can replay or enumerate them.
 *
 * <p>Tokens are drawn by a race of exponentials over the law: token {@code t} arrives at {@code E(t) / prob(t)}, where the
 * {@code E(t)} are independent exponential variables keyed by position and token, and the first to arrive wins. The winner
 * has exactly the law's distribution, the order of arrival is a sample without replacement, and two laws that are close
 * have the same winner most of the time (Daliri, Musco, Suresh 2024, arXiv:2408.07978, where the same coupling is written
 * with Gumbel variables).
 */
public interface Noise {
    /** Streams that never share a number. */
    enum Use {
        /** The tokens of the answer, and drafts that hope to hold them. */
        TOKEN,
        /** Drafts whose law a ratio rule divides by. */
        DRAFT,
        /** Coins that decide on acceptance. */
        ACCEPT,
        /** Continuous states. */
        STATE
    }

    /** The noise of {@code seed}: immutable, and safe for any number of threads. */
    static Noise seeded(long seed) {
        return new SeededNoise(seed);
    }

    /**
     * The same noise in another round: numbers that depend on none of these, nor on those of another round. For what is decided
     * about a position again and again before its token is committed; the token itself never depends on rounds. Rounds of a
     * round are not told apart from rounds.
     */
    Noise inRound(long round);

    /** A number in (0, 1), both ends excluded. */
    double uniform(Use use, long position, int lane);

    /** A number of the standard normal distribution. */
    double gaussian(Use use, long position, int lane);

    /** Whether something of this probability happens; from 1 on always, up to 0 never. */
    default boolean happens(Use use, double probability, long position, int lane) {
        return uniform(use, position, lane) < probability;
    }

    /** The token of the answer at {@code position}, if {@code law} is the target's law there. */
    default int token(Law law, long position, int lane) {
        return draw(Use.TOKEN, law, position, lane);
    }

    /** The winner of the race over {@code law} in the stream {@code use}; the likeliest token where the law is certain. */
    int draw(Use use, Law law, long position, int lane);

    /**
     * Writes the first {@code count} tokens to arrive in the race of {@link #draw(Use, Law, long, int)} to {@code into}, in
     * order of arrival, and returns how many: fewer where the support is smaller. A certain law gives its likeliest tokens.
     */
    int draw(Use use, Law law, long position, int lane, int count, int[] into);
}
