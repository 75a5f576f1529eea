package dev.specula.token;

import java.util.Arrays;

/** Committed columns and no model. */
final class Columns implements Sequence {
    private final int lanes;
    private int[] tokens;

    Columns(int lanes, int... tokens) {
        this.lanes = lanes;
        this.tokens = tokens;
    }

    @Override
    public int length() {
        return tokens.length / lanes;
    }

    @Override
    public int computed() {
        return 0;
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public int vocabulary() {
        return 1;
    }

    @Override
    public int token(int column, int lane) {
        return tokens[column * lanes + lane];
    }

    @Override
    public void append(int[] column) {
        tokens = Arrays.copyOf(tokens, tokens.length + lanes);
        System.arraycopy(column, 0, tokens, tokens.length - lanes, lanes);
    }

    @Override
    public void rewindTo(int length) {
        tokens = Arrays.copyOf(tokens, length * lanes);
    }

    @Override
    public Pass pass(Draft draft) {
        throw new UnsupportedOperationException("columns have no model.");
    }

    @Override
    public void settle(Draft draft, Verdict kept) {
        throw new UnsupportedOperationException("columns have no model.");
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
