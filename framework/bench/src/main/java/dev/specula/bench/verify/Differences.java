package dev.specula.bench.verify;

/** Counts where two answers differ. */
public final class Differences {
    private Differences() {}

    /** Places that hold different tokens, or where only one answer holds any. */
    public static int count(int[] one, int[] other) {
        int both = Math.min(one.length, other.length);
        int differing = Math.max(one.length, other.length) - both;
        for (int i = 0; i < both; i++) {
            differing += one[i] == other[i] ? 0 : 1;
        }
        return differing;
    }
}
