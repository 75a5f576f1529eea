package dev.specula.token;

import dev.specula.noise.Law;
import java.util.Arrays;
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
    private final Sampling sampling;
    private final Feed feed;
    private final NodeLaws pass = new NodeLaws();
    private final int[] occurrences; // (vocabulary,) how often a token was committed; empty without a penalty
    private int[] columns; // (length, lanes) committed tokens
    private int length;
    private int computed;
    private @Nullable Draft known; // the draft whose nodes have rows
    private int serial; // of that draft
    private int seen; // nodes of that draft that have rows, node 0 included; 0 without one
    private LogitLaw[] laws = new LogitLaw[0]; // (rows of the last pass, lanes)
    private int[] shapedFor = new int[0]; // (rows, lanes) number of the pass for which the law is shaped
    private int passes;

    /**
     * A sequence that starts with the columns of {@code prompt} pending.
     *
     * @param capacity rows of the cache
     */
    protected CachedSequence(Prompt prompt, int vocabulary, int capacity, Sampling sampling) {
        this.lanes = prompt.lanes();
        this.vocabulary = vocabulary;
        this.capacity = capacity;
        this.sampling = sampling;
        this.feed = new Feed(lanes);
        this.columns = new int[Math.max(64, 2 * prompt.length()) * lanes];
        this.occurrences = sampling.penalises() ? new int[vocabulary] : new int[0];
        for (int column = 0; column < prompt.length(); column++) {
            ensureColumn();
            for (int lane = 0; lane < lanes; lane++) {
                set(lane, prompt.token(column, lane));
            }
            length++;
        }
    }

    /** Computes the rows of {@code feed} and writes them to the cache rows from {@code feed.first()} on. */
    protected abstract void compute(Feed feed);

    /** Copies the logits of lane {@code lane} after row {@code row} of the last feed, at least {@code feed.wanted()}. */
    protected abstract void readLogits(int row, int lane, float[] into);

    /** Copies cache row {@code from} to cache row {@code to}; {@code to} is lower. */
    protected abstract void moveRow(int from, int to);

    @Override
    public final int length() {
        return length;
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
    public final int token(int column, int lane) {
        return columns[column * lanes + lane];
    }

    @Override
    public final void append(int[] column) {
        ensureColumn();
        for (int lane = 0; lane < lanes; lane++) {
            set(lane, column[lane]);
        }
        length++;
        forgetDraft();
    }

    @Override
    public final void rewindTo(int wanted) {
        if (wanted < 1 || wanted > length) {
            throw new IllegalArgumentException(
                    "length must be between 1 and the current " + length + " columns, but was " + wanted + ".");
        }
        if (sampling.penalises()) {
            for (int i = wanted * lanes; i < length * lanes; i++) {
                occurrences[columns[i]]--;
            }
        }
        length = wanted;
        // The last column stays pending: the next pass needs its law.
        computed = Math.min(computed, length - 1);
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
        feed.restart(rowOf(seen, computed));
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
        passes++;
        return pass;
    }

    @Override
    public final void settle(Draft draft, Verdict kept) {
        boolean passed = knows(draft);
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
        for (int i = 0; i < kept.columns(); i++) {
            ensureColumn();
            for (int lane = 0; lane < lanes; lane++) {
                set(lane, kept.token(draft, i, lane));
            }
            length++;
        }
        computed = Math.min(inCache, length - 1);
        forgetDraft();
    }

    private boolean knows(Draft draft) {
        return draft == known && draft.serial() == serial;
    }

    private void forgetDraft() {
        known = null;
        seen = 0;
        computed = Math.min(computed, length - 1);
    }

    private int rowOf(int node, int ifNone) {
        return node == 0 ? ifNone : length - 1 + node;
    }

    private void ensureColumn() {
        if (columns.length < (length + 1) * lanes) {
            columns = Arrays.copyOf(columns, 2 * columns.length);
        }
    }

    private void set(int lane, int token) {
        columns[length * lanes + lane] = token;
        if (sampling.penalises()) {
            occurrences[token]++;
        }
    }

    private void penalise(LogitLaw law, Draft draft, int node) {
        for (int token = 0; token < vocabulary; token++) {
            if (occurrences[token] > 0 || onPath(draft, node, token)) {
                law.penalise(token, sampling.repetitionPenalty());
            }
        }
    }

    private boolean onPath(Draft draft, int node, int token) {
        for (int n = node; n > 0; n = draft.parentOf(n)) {
            for (int lane = 0; lane < lanes; lane++) {
                if (draft.token(n, lane) == token) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The laws after the nodes of the last pass, shaped when first asked for. */
    private final class NodeLaws implements Pass {
        @Override
        public int rows() {
            return feed.rows();
        }

        @Override
        public Law law(int node, int lane) {
            Draft draft = known;
            int row = length - 1 + node - feed.first();
            if (draft == null || !knows(draft) || row < feed.wanted() || row >= feed.rows()) {
                throw new IllegalArgumentException("node " + node + " has no law in this pass, which computed "
                        + feed.rows() + " rows; read a law before the next pass, and before the sequence settles.");
            }
            int index = (row - feed.wanted()) * lanes + lane;
            reserve(index);
            LogitLaw law = laws[index];
            if (shapedFor[index] != passes) {
                readLogits(row, lane, law.row(vocabulary));
                if (sampling.penalises()) {
                    penalise(law, draft, node);
                }
                law.shape(sampling);
                shapedFor[index] = passes;
            }
            return law;
        }

        private void reserve(int index) {
            if (index >= laws.length) {
                int known = laws.length;
                laws = Arrays.copyOf(laws, index + 8);
                shapedFor = Arrays.copyOf(shapedFor, laws.length);
                for (int i = known; i < laws.length; i++) {
                    laws[i] = new LogitLaw();
                }
            }
        }
    }
}
