package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import dev.specula.model.Passes;
import dev.specula.token.Feed;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer over a decoder graph. Chains run in the lean graph, if there is one; trees, prompts and given rows in the general one. Long
 * prompts run in pieces, which changes no bit.
 */
final class OnnxSequence extends PooledSequence<DecoderMemory> {
    private static final int PIECE_ROWS = 256;

    private final OnnxCausalModel model;
    private boolean remembers; // the encoder's rows, if there are any
    private int firstLogits; // row of the last feed that the first row of logits belongs to
    private float[] rootLogits = new float[0]; // (vocabulary,) of a prompt of one column with a tree after it

    OnnxSequence(OnnxCausalModel model, DecoderMemory memory, Prompt prompt, Sampling sampling, Passes passes) {
        super(model, memory, prompt, sampling, passes);
        this.model = model;
        memory.ancestry().restart();
    }

    @Override
    protected void compute(Feed feed) {
        DecoderMemory open = memory();
        remember(open);
        Ancestry ancestry = open.ancestry();
        boolean chain = feed.isChain() && ancestry.isStraight(feed.first());
        ancestry.record(feed);
        firstLogits = 0;
        GraphSession lean = model.chain();
        if (chain && lean != null && feed.rows() <= DecoderMemory.KEPT_ROWS && givenIn(feed, 0, feed.rows()) == 0) {
            chain(open, feed, lean);
            return;
        }
        int from = 0;
        while (feed.rows() - from > PIECE_ROWS && feed.wanted() >= from + PIECE_ROWS) {
            general(open, feed, from, from + PIECE_ROWS); // what waits before a draft is a chain, whatever the draft is
            from += PIECE_ROWS;
        }
        if (!chain && feed.first() + from == 0) {
            from = straightStart(open, feed);
        }
        general(open, feed, from, feed.rows());
    }

    /** Computes what the decoder attends to in the prompt's memory, before its first pass. */
    private void remember(DecoderMemory open) {
        EncoderMemory encoded = open.encoded();
        if (encoded != null && !remembers) {
            model.checkMemory(prompt());
            open.attendTo(Objects.requireNonNull(prompt().memory()));
            remembers = true;
        }
    }

    /**
     * Computes the prompt before a tree that comes in the same pass, and returns where the tree starts: over an empty cache
     * the operator counts positions from the first and takes siblings for successors.
     */
    private int straightStart(DecoderMemory open, Feed feed) {
        int start = Math.max(1, feed.wanted());
        general(open, feed, 0, start);
        if (feed.wanted() == 0) {
            rootLogits = new float[model.spec().vocabulary()];
            model.head().read(open.logits(1), 0, rootLogits);
        }
        return start;
    }

    private void chain(DecoderMemory open, Feed feed, GraphSession graph) {
        GraphSession lone = feed.rows() < leastRows() ? model.lone() : null;
        int rows = Math.max(feed.rows(), leastRows());
        DecoderPass pass = open.chain(lone == null ? rows : 1);
        for (int row = 0; row < feed.rows(); row++) {
            pass.set(row, feed.token(row, 0), 0);
        }
        open.expect(feed.first() + rows);
        pass.run(lone == null ? graph : lone);
    }

    /** Computes rows {@code from} to {@code to} of the feed; logits of those that are wanted at least. */
    private void general(DecoderMemory open, Feed feed, int from, int to) {
        int rows = model.widensLoneRow() ? to - from : Math.max(to - from, leastRows());
        if (rows <= DecoderMemory.KEPT_ROWS) {
            firstLogits = from;
            general(open, feed, from, to, open.general(rows));
            return;
        }
        // The head, too, must not run over one row: Gather keeps the row before as well.
        int first = Math.min(Math.max(feed.wanted(), from), to - leastRows());
        firstLogits = first;
        try (DecoderPass pass = DecoderPass.general(open, rows, first - from)) {
            general(open, feed, from, to, pass);
        }
    }

    private void general(DecoderMemory open, Feed feed, int from, int to, DecoderPass pass) {
        int rows = Math.max(pass.rows(), leastRows()); // of attention
        int before = feed.first() + from;
        int total = before + rows;
        for (int row = from; row < to; row++) {
            pass.set(row - from, feed.token(row, 0), feed.position(row));
        }
        if (pass.rows() > to - from) {
            pass.set(pass.rows() - 1, 0, feed.position(to - 1) + 1); // fills up the pass; no row sees it
        }
        open.expect(total);
        FloatBuffer mask = open.mask().numbers(rows, total);
        OnnxTensor scores = open.mask().tensor(rows, total);
        OnnxTensor near = windowScores(open, feed, from, to, rows);
        try {
            for (int row = from; row < to; row++) {
                open.ancestry().hide(feed.first() + row, mask, (row - from) * total, total);
            }
            pass.bind(DecoderFormat.MASK, scores);
            if (near != null) {
                pass.bind(DecoderFormat.WINDOW_MASK, near);
            }
            run(open, feed, from, to, pass);
        } finally {
            open.mask().release(scores, rows);
            if (near != null) {
                open.windowMask().release(near, rows);
            }
            for (int row = from; row < to; row++) {
                open.ancestry().clear(feed.first() + row, mask, (row - from) * total, total);
            }
        }
    }

    /** Runs a general pass with the rows among its columns that are given. */
    private void run(DecoderMemory open, Feed feed, int from, int to, DecoderPass pass) {
        int count = givenIn(feed, from, to);
        try (OnnxTensor at = count == 0 ? null : placesOfGiven(feed, from, count);
                OnnxTensor values = count == 0 ? null : givenRows(feed, from, count)) {
            pass.bind(DecoderFormat.GIVEN_AT, at == null ? open.nowhere() : at);
            pass.bind(DecoderFormat.GIVEN_ROWS, values == null ? open.noRows() : values);
            pass.run(model.general());
        }
    }

    /** The mask of layers that see a window; null if the model has none. */
    private @Nullable OnnxTensor windowScores(DecoderMemory open, Feed feed, int from, int to, int rows) {
        int window = model.shape().window();
        if (window == 0) {
            return null;
        }
        int total = feed.first() + from + rows;
        FloatBuffer mask = open.windowMask().numbers(rows, total);
        for (int i = 0; i < rows * total; i++) {
            mask.put(i, 0);
        }
        for (int row = from; row < to; row++) {
            open.ancestry().hideBeyond(window, feed.first() + row, mask, (row - from) * total, total);
        }
        return open.windowMask().tensor(rows, total);
    }

    private int givenIn(Feed feed, int from, int to) {
        return givenBetween(feed.first() + from, feed.first() + to);
    }

    private OnnxTensor placesOfGiven(Feed feed, int from, int count) {
        LongBuffer places = Tensors.longs(2 * count);
        int first = given().before(feed.first() + from);
        for (int i = 0; i < count; i++) {
            places.put(2 * i + 1, given().columnOf(first + i) - feed.first() - from);
        }
        return Tensors.tensor(places, count, 2);
    }

    private OnnxTensor givenRows(Feed feed, int from, int count) {
        int width = model.spec().width();
        FloatBuffer rows = Tensors.floats(count * width);
        given().copy(given().before(feed.first() + from), count, rows, 0);
        return Tensors.tensor(rows, count, width);
    }

    @Override
    protected void readLogits(int row, int lane, float[] into) {
        if (row < firstLogits) {
            System.arraycopy(rootLogits, 0, into, 0, into.length);
        } else {
            model.head().read(memory().logits(1), row - firstLogits, into);
        }
    }

    @Override
    protected void moveRow(int from, int to) {
        memory().cache().moveRow(from, to);
        memory().ancestry().moved(to);
    }

    DecoderShape shape() {
        return memory().shape();
    }

    /** The kept pass over a chain of {@code rows} rows: what the runtime alone does in {@link #compute}. */
    DecoderPass keptChain(int rows) {
        return memory().chain(rows);
    }

    /** The same over rows in any arrangement. */
    DecoderPass keptGeneral(int rows) {
        return memory().general(rows);
    }

    /** For comparison with another sequence's cache. */
    void readCache(int index, int row, float[] into) {
        memory().cache().read(index, row, into);
    }
}
