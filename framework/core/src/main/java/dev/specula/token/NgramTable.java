package dev.specula.token;

/**
 * What followed a pair of tokens the last time it was said: a guess that costs nothing but a second row in a pass of the target.
 * Shared by all answers of a pipeline; races between them lose or mix guesses, and guesses never
 * change what is said.
 */
public final class NgramTable {
    private static final int SLOTS = 1 << 14;

    private final int[] next = new int[SLOTS]; // token + 1; 0 = nothing known

    /** The token that last followed {@code before, last}; {@link Draft#NONE} if none is known. */
    public int guess(int before, int last) {
        return next[slot(before, last)] - 1;
    }

    /** Learns that {@code token} followed {@code before, last}. */
    public void learn(int before, int last, int token) {
        next[slot(before, last)] = token + 1;
    }

    private static int slot(int before, int last) {
        int hash = before * 0x9E3779B1 + last * 0x85EBCA77;
        return (hash ^ (hash >>> 15)) & (SLOTS - 1);
    }
}
