package dev.specula.token;

import dev.specula.noise.Law;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sequence over a cache whose rows are addressed by number: the bookkeeping that every model with a key-value cache
 * shares. Column {@code i} has row {@code i}; during a round the nodes of the draft have the rows after the committed ones,
 * in their order; rows that are not kept are left behind and overwritten later, so a rewind moves a number and no memory.
 *
 * <p>Subclasses compute rows, hand out logits and move a row. Not thread-safe.
 */
public abstract class CachedSequence implements Sequence {
    private final int lanes;
    private final int vocabulary;
    private final int capacity;
    private final Feed feed;
    private final History history;
    private final NodeLaws pass;
    private int computed;
    private @Nullable Draft known; // the draft whose nodes have rows
    private int serial; // of that draft
    private int seen; // nodes of that draft that have rows, node 0 included; 0 without one

    /**
     * A sequence that starts with the columns of {@code prompt} pending.
     *
     * @param capacity rows of the cache
     * @throws IllegalArgumentException if the prompt asks for guidance, which takes two sequences
     */
    protected CachedSequence(Prompt prompt, int vocabulary, int capacity, Sampling sampling) {
        if (prompt.unconditional() != null) {
            throw new IllegalArgumentException(
                    "A guided prompt takes two sequences, but one was opened; open it with CausalModel.openGuided.");
        }
        this.lanes = prompt.lanes();
        this.vocabulary = vocabulary;
        this.capacity = capacity;
        this.feed = new Feed(lanes);
        this.history = new History(prompt, vocabulary, sampling);
        this.pass = new NodeLaws();
    }

    /** Columns of the prompt that no rewind has dropped: whatever follows them was said or appended. */
    protected final int promptColumns() {
        return history.promptLength();
    }

    /** Computes the rows of {@code feed} and writes them to the cache rows from {@code feed.first()} on. */
    protected abstract void compute(Feed feed);

    /** Copies the logits of lane {@code lane} after row {@code row} of the last feed, at least {@code feed.wanted()}. */
    protected abstract void readLogits(int row, int lane, float[] into);

    /** Copies cache row {@code from} to cache row {@code to}; {@code to} is lower. */
    protected abstract void moveRow(int from, int to);

    @Override
    public final int length() {
        return history.length();
    }

    @Override
    public final int computed() {
        return computed;
    }

    @Override
    public final int lanes() {
        return lanes;
    }

    @Override
    public final int vocabulary() {
        return vocabulary;
    }

    @Override
    public final int token(int column, int lane) {
        return history.token(column, lane);
    }

    @Override
    public final Grammar grammar() {
        return history.grammar();
    }

    @Override
    public final int state() {
        return history.state();
    }

    @Override
    public final void append(int[] column) {
        history.append(column);
        forgetDraft();
    }

    @Override
    public final void rewindTo(int wanted) {
        history.rewindTo(wanted);
        forgetDraft();
    }

    @Override
    public final Pass pass(Draft draft) {
        if (!knows(draft)) {
            forgetDraft();
        }
        if (seen == draft.nodes()) {
            throw new IllegalArgumentException("a pass needs a node that has no row yet, but all " + seen
                    + " nodes of the draft have one; add a node first.");
        }
        int length = history.length();
        feed.restart(seen == 0 ? computed : length - 1 + seen);
        int fed = seen;
        if (fed == 0) {
            for (int column = computed; column < length; column++) {
                feed.add(column, column - 1);
                for (int lane = 0; lane < lanes; lane++) {
                    feed.set(lane, token(column, lane));
                }
            }
            feed.wantFrom(feed.rows() - 1);
            fed = 1;
        }
        for (int node = fed; node < draft.nodes(); node++) {
            feed.add(length - 1 + draft.depthOf(node), length - 1 + draft.parentOf(node));
            for (int lane = 0; lane < lanes; lane++) {
                feed.set(lane, draft.token(node, lane));
            }
        }
        if (feed.first() + feed.rows() > capacity) {
            throw new ContextExceededException(length, draft.nodes(), capacity);
        }
        compute(feed);
        computed = length;
        known = draft;
        serial = draft.serial();
        seen = draft.nodes();
        pass.laws.restart();
        return pass;
    }

    @Override
    public final void settle(Draft draft, Verdict kept) {
        boolean passed = knows(draft);
        int length = history.length();
        int rows = 0;
        for (int i = 1; i <= kept.kept() && passed && kept.node(i) < seen; i++) {
            int node = kept.node(i);
            if (node != i) {
                moveRow(length - 1 + node, length - 1 + i);
            }
            rows = i;
        }
        // Without a pass over this draft the cache ends where it ended: the columns wait together with older ones.
        int inCache = passed ? length + rows : computed;
        history.append(draft, kept);
        computed = inCache;
        forgetDraft();
    }

    private boolean knows(Draft draft) {
        return draft == known && draft.serial() == serial;
    }

    private void forgetDraft() {
        known = null;
        seen = 0;
        // The last column stays pending: the next pass needs its law.
        computed = Math.min(computed, history.length() - 1);
    }

    /** The laws after the nodes of the last pass. */
    private final class NodeLaws implements Pass {
        private final LawCache laws = new LawCache(history, vocabulary, LawCache.Cut.NOTHING);

        @Override
        public int rows() {
            return feed.rows();
        }

        @Override
        public void logits(int node, int lane, float[] into) {
            readLogits(rowOf(node), lane, into);
        }

        @Override
        public Law law(int node, int lane) {
            int index = (rowOf(node) - feed.wanted()) * lanes + lane;
            return laws.law(index, this, draft(), node, lane);
        }

        private int rowOf(int node) {
            int row = history.length() - 1 + node - feed.first();
            if (known == null || !knows(known) || row < feed.wanted() || row >= feed.rows()) {
                throw new IllegalArgumentException("node " + node + " has no law in this pass, which computed "
                        + feed.rows() + " rows; read a law before the next pass, and before the sequence settles.");
            }
            return row;
        }

        private Draft draft() {
            return Objects.requireNonNull(known, "a row was found for a node, so there is a draft");
        }
    }
}
