package dev.specula.token;

import java.util.Arrays;

/** Keeps the tokens of an answer (lane 0), where each came from, and the time of the first one. */
public class HeardTokens implements ColumnListener {
    private final long start = System.nanoTime();
    private int[] tokens = new int[64];
    private Origin[] origins = new Origin[64];
    private int length;
    private long firstNanos;

    @Override
    public void committed(int[] column, Origin origin) {
        if (length == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * length);
            origins = Arrays.copyOf(origins, 2 * length);
        }
        if (length == 0) {
            firstNanos = nanos();
        }
        tokens[length] = column[0];
        origins[length] = origin;
        length++;
    }

    /** Number of tokens. */
    public final int length() {
        return length;
    }

    /** The token heard last. */
    public final int last() {
        return tokens[length - 1];
    }

    /** All tokens. */
    public final int[] tokens() {
        return Arrays.copyOf(tokens, length);
    }

    /** The tokens from {@code from} to {@code to}, which is excluded. */
    public final int[] tokens(int from, int to) {
        return Arrays.copyOfRange(tokens, from, to);
    }

    /** Where each token came from. */
    public final Origin[] origins() {
        return Arrays.copyOf(origins, length);
    }

    /** Nanoseconds from the making of this object to the first token; 0 without one. */
    public final long firstNanos() {
        return firstNanos;
    }

    /** Nanoseconds since this object was made. */
    public final long nanos() {
        return System.nanoTime() - start;
    }
}
