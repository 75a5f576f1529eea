package dev.specula.noise;

/** Numbers that are hashes of seed, use, position and lane. */
final class SeededNoise implements Noise {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double TWO_TO_MINUS_52 = 0x1.0p-52;

    private final long tokens;
    private final long drafts;
    private final long coins;
    private final long states;

    private final long seed;

    SeededNoise(long seed) {
        this.seed = seed;
        long mixed = mix(seed + GOLDEN);
        tokens = mix(mixed ^ mix(GOLDEN));
        drafts = mix(mixed ^ mix(2 * GOLDEN));
        coins = mix(mixed ^ mix(3 * GOLDEN));
        states = mix(mixed ^ mix(4 * GOLDEN));
    }

    @Override
    public Noise inRound(long round) {
        return new SeededNoise(mix(seed + GOLDEN) ^ mix(GOLDEN * (round + 5)));
    }

    @Override
    public double uniform(Use use, long position, int lane) {
        return unit(stream(use, position, lane));
    }

    /** By Box and Muller. */
    @Override
    public double gaussian(Use use, long position, int lane) {
        long stream = stream(use, position, lane);
        double radius = Math.sqrt(-2 * Math.log(unit(stream)));
        return radius * Math.cos(2 * Math.PI * unit(mix(stream + GOLDEN)));
    }

    /** Costs a few multiplications a token of the support, and weight and logarithm of the few that might win. */
    @Override
    public int draw(Use use, Law law, long position, int lane) {
        int support = law.support();
        if (support == 1) {
            return law.supported(0);
        }
        long stream = stream(use, position, lane);
        int winner = law.mode(); // who starts with the likeliest meets few that might still win
        double first = arrival(stream, law, winner);
        for (int index = 0; index < support; index++) {
            int token = law.supported(index);
            double unit = unit(mix(stream + token * GOLDEN));
            // -log(u) >= 1 - u: who cannot win by the bounds cannot win by weight and logarithm.
            if (1 - unit > first * law.weightAtMost(token)) {
                continue;
            }
            double arrival = -Math.log(unit) / law.weight(token);
            if (arrival < first || (arrival == first && token < winner)) {
                first = arrival;
                winner = token;
            }
        }
        return winner;
    }

    @Override
    public int draw(Use use, Law law, long position, int lane, int count, int[] into) {
        if (law.support() == 1) {
            return law.likeliest(count, into);
        }
        long stream = stream(use, position, lane);
        int found = 0;
        for (int index = 0; index < law.support(); index++) {
            int token = law.supported(index);
            if (law.weight(token) <= 0) {
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
        return -Math.log(unit(mix(stream + token * GOLDEN))) / law.weight(token);
    }

    private long stream(Use use, long position, int lane) {
        return mix(seedOf(use) ^ mix(position * GOLDEN + lane));
    }

    private long seedOf(Use use) {
        return switch (use) {
            case TOKEN -> tokens;
            case DRAFT -> drafts;
            case ACCEPT -> coins;
            case STATE -> states;
        };
    }

    /** 52 bits, so that the number nearest to 1 is not rounded up to it. */
    private static double unit(long bits) {
        return ((bits >>> 12) + 0.5) * TWO_TO_MINUS_52;
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
