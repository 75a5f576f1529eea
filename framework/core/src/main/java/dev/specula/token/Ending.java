package dev.specula.token;

import java.util.Arrays;

/** When an answer ends: after one of {@code endTokens} (in lane 0), or after {@code maxColumns} columns. */
public final class Ending {
    /** Answers without end. */
    static final Ending NEVER = new Ending(Integer.MAX_VALUE, new int[0]);

    private final int maxColumns;
    private final int[] endTokens;

    private Ending(int maxColumns, int[] endTokens) {
        this.maxColumns = maxColumns;
        this.endTokens = endTokens;
    }

    /** Ends after {@code maxColumns} columns, at least 1, or after any of {@code endTokens}. */
    public static Ending after(int maxColumns, int... endTokens) {
        if (maxColumns < 1) {
            throw new IllegalArgumentException("maxColumns must be at least 1, but was " + maxColumns + ".");
        }
        return new Ending(maxColumns, endTokens.clone());
    }

    /** Most columns of the answer. */
    public int maxColumns() {
        return maxColumns;
    }

    /** Whether the answer ends after {@code token}, which belongs to it. */
    public boolean isEnd(int token) {
        for (int end : endTokens) {
            if (token == end) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return maxColumns + " columns or a token of " + Arrays.toString(endTokens);
    }
}
