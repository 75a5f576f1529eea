package dev.specula.visionlanguage;

import dev.specula.token.ColumnListener;
import dev.specula.token.Origin;
import java.util.Arrays;

/** Keeps the tokens of an answer and the time of the first one. */
class HeardTokens implements ColumnListener {
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

    final int length() {
        return length;
    }

    final int last() {
        return tokens[length - 1];
    }

    final int[] tokens() {
        return Arrays.copyOf(tokens, length);
    }

    final int[] tokens(int from, int to) {
        return Arrays.copyOfRange(tokens, from, to);
    }

    final Origin[] origins() {
        return Arrays.copyOf(origins, length);
    }

    final long firstNanos() {
        return firstNanos;
    }

    /** Nanoseconds since this object was made. */
    final long nanos() {
        return System.nanoTime() - start;
    }
}
