package dev.specula.testkit;

import dev.specula.token.CachedSequence;
import dev.specula.token.Feed;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import java.util.Arrays;

/**
 * A sequence of a {@link TableModel} over a simulated cache. A row keeps what was fed for it: tokens, position and the row
 * before; a law is looked up for what a walk from row to row finds. A missing row, a wrong position or a row that should have
 * been overwritten therefore gives another law, as it would in a real cache.
 */
public class TableSequence extends CachedSequence {
    private static final int NEVER_WRITTEN = -7;

    private final TableModel model;
    private final int lanes;
    private final int[] tokens; // (rows, lanes)
    private final int[] positions; // (rows,)
    private final int[] parents; // (rows,) cache row of the column before; -1 for the first
    private final int[] path; // (rows,) scratch of a walk
    private int first; // cache row of the first row of the last feed

    /** A sequence over a cache of {@code capacity} rows, the columns of {@code prompt} pending. */
    public TableSequence(TableModel model, Prompt prompt, int capacity, Sampling sampling) {
        super(prompt, model.tokens(), capacity, sampling);
        this.model = model;
        this.lanes = model.lanes();
        this.tokens = new int[capacity * lanes];
        this.positions = new int[capacity];
        this.parents = new int[capacity];
        this.path = new int[capacity];
        Arrays.fill(tokens, NEVER_WRITTEN);
        Arrays.fill(parents, -1);
    }

    @Override
    protected void compute(Feed feed) {
        first = feed.first();
        for (int row = 0; row < feed.rows(); row++) {
            write(feed, row);
        }
    }

    /** Writes row {@code row} of {@code feed} to its cache row. */
    protected void write(Feed feed, int row) {
        int at = feed.first() + row;
        for (int lane = 0; lane < lanes; lane++) {
            tokens[at * lanes + lane] = feed.token(row, lane);
        }
        positions[at] = feed.position(row);
        parents[at] = feed.parent(row);
    }

    @Override
    protected void readLogits(int row, int lane, float[] into) {
        int length = 0;
        for (int at = first + row; at >= 0; at = parents[at]) {
            path[length++] = at;
        }
        long context = TableModel.NOTHING;
        for (int i = length - 1; i >= 0; i--) {
            int at = path[i];
            for (int each = 0; each < lanes; each++) {
                context = TableModel.after(context, positions[at], each, tokens[at * lanes + each]);
            }
        }
        model.logits(context, lane, into);
    }

    /** The column is now the one after the row before {@code to}: real caches keep no parents, only order. */
    @Override
    protected void moveRow(int from, int to) {
        System.arraycopy(tokens, from * lanes, tokens, to * lanes, lanes);
        positions[to] = positions[from];
        parents[to] = to - 1;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
