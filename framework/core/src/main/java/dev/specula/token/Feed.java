package dev.specula.token;

import java.util.Arrays;

/**
 * The rows that one pass computes: pending columns first, then draft nodes, in the order of their cache rows. Refilled for
 * each pass. Positions and cache rows are those of the sequence that runs, not of the target.
 */
public final class Feed {
    private final int lanes;
    private int first;
    private int rows;
    private int wanted;
    private boolean chain;
    private int[] tokens = new int[0]; // (rows, lanes)
    private int[] positions = new int[0]; // (rows,)
    private int[] parents = new int[0]; // (rows,) cache row of the row's predecessor; -1 for the first column

    Feed(int lanes) {
        this.lanes = lanes;
    }

    void restart(int firstRow) {
        first = firstRow;
        rows = 0;
        wanted = 0;
        chain = true;
    }

    void add(int position, int parentRow) {
        if (rows == positions.length) {
            int capacity = Math.max(16, 2 * rows);
            tokens = Arrays.copyOf(tokens, capacity * lanes);
            positions = Arrays.copyOf(positions, capacity);
            parents = Arrays.copyOf(parents, capacity);
        }
        chain &= parentRow == first + rows - 1;
        positions[rows] = position;
        parents[rows] = parentRow;
        rows++;
    }

    void set(int lane, int token) {
        tokens[(rows - 1) * lanes + lane] = token;
    }

    void wantFrom(int row) {
        wanted = row;
    }

    /** Cache row of the first row of this pass: everything before it is in the cache. */
    public int first() {
        return first;
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** The first row whose logits will be read; the rows before it only fill the cache. */
    public int wanted() {
        return wanted;
    }

    /** Whether each row follows the row before it, so that a causal mask is the right one. */
    public boolean isChain() {
        return chain;
    }

    /** The token in lane {@code lane} of {@code row}. */
    public int token(int row, int lane) {
        return tokens[row * lanes + lane];
    }

    /** Position of {@code row} in its path, from 0: unlike the cache row, siblings share it. */
    public int position(int row) {
        return positions[row];
    }

    /** Cache row of the predecessor of {@code row}; -1 for the first column of a sequence. */
    public int parent(int row) {
        return parents[row];
    }
}
