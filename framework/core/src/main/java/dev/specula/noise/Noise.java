package dev.specula.noise;

/**
 * The random numbers of one answer, each a function of seed, use, position and lane: asking twice gives the same number.
 * Immutable, and safe for any number of threads.
 *
 * <p>Tokens are drawn by a race of exponentials over the law: token {@code t} arrives at {@code E(t) / prob(t)}, where the
 * {@code E(t)} are independent exponential variables keyed by position and token, and the first to arrive wins. The winner
 * has exactly the law's distribution, the order of arrival is a sample without replacement, and two laws that are close
 * have the same winner most of the time (Daliri, Musco, Suresh 2024, arXiv:2408.07978, where the same coupling is written
 * with Gumbel variables).
 */
public final class Noise {
    /** Streams that never share a number. */
    public enum Use {
        /** The tokens of the answer, and drafts that hope to hold them. */
        TOKEN(1),
        /** Drafts whose law a ratio rule divides by. */
        DRAFT(2),
        /** Coins that decide on acceptance. */
        ACCEPT(3),
        /** Continuous states. */
        STATE(4);

        private final long salt;

        Use(int number) {
            salt = mix(number * GOLDEN);
        }
    }

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    private final long seed;

    private Noise(long seed) {
        this.seed = seed;
    }

    /** The noise of {@code seed}. */
    public static Noise seeded(long seed) {
        return new Noise(mix(seed + GOLDEN));
    }

    /** A number in (0, 1), both ends excluded. */
    public double uniform(Use use, long position, int lane) {
        return unit(stream(use, position, lane));
    }

    /** A number of the standard normal distribution (Box and Muller). */
    public double gaussian(Use use, long position, int lane) {
        long stream = stream(use, position, lane);
        double radius = Math.sqrt(-2 * Math.log(unit(stream)));
        return radius * Math.cos(2 * Math.PI * unit(mix(stream + GOLDEN)));
    }

    /** The token of the answer at {@code position}, if {@code law} is the target's law there. */
    public int token(Law law, long position, int lane) {
        return draw(Use.TOKEN, law, position, lane);
    }

    /**
     * The winner of the race over {@code law} in the stream {@code use}; the likeliest token, the lower among equals, where
     * the law is certain. Costs a multiplication a token of the support and a logarithm for the few that might win.
     */
    public int draw(Use use, Law law, long position, int lane) {
        int support = law.support();
        if (support == 1) {
            return law.supported(0);
        }
        long stream = stream(use, position, lane);
        double first = Double.POSITIVE_INFINITY;
        int winner = law.supported(0);
        for (int index = 0; index < support; index++) {
            int token = law.supported(index);
            double prob = law.prob(token);
            double unit = unit(mix(stream + token * GOLDEN));
            // -log(u) >= 1 - u: who cannot win by the bound cannot win by the logarithm.
            if (prob <= 0 || 1 - unit >= first * prob) {
                continue;
            }
            double arrival = -Math.log(unit) / prob;
            if (arrival < first) {
                first = arrival;
                winner = token;
            }
        }
        return winner;
    }

    /**
     * Writes the first {@code count} tokens to arrive in the race of {@link #draw} to {@code into}, in order of arrival, and
     * returns how many: fewer where the support is smaller. A certain law gives its likeliest tokens.
     */
    public int draw(Use use, Law law, long position, int lane, int count, int[] into) {
        if (law.support() == 1) {
            return law.likeliest(count, into);
        }
        long stream = stream(use, position, lane);
        int found = 0;
        for (int index = 0; index < law.support(); index++) {
            int token = law.supported(index);
            if (law.prob(token) <= 0) {
                continue;
            }
            double arrival = arrival(stream, law, token);
            int place = found;
            while (place > 0 && arrival < arrival(stream, law, into[place - 1])) {
                place--;
            }
            if (place == count) {
                continue;
            }
            int last = Math.min(found, count - 1);
            System.arraycopy(into, place, into, place + 1, last - place);
            into[place] = token;
            found = Math.min(found + 1, count);
        }
        return found;
    }

    private static double arrival(long stream, Law law, int token) {
        return -Math.log(unit(mix(stream + token * GOLDEN))) / law.prob(token);
    }

    private long stream(Use use, long position, int lane) {
        return mix(mix(seed ^ use.salt) ^ mix(position * GOLDEN + lane));
    }

    private static double unit(long bits) {
        return ((bits >>> 11) + 0.5) * TWO_TO_MINUS_53;
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
