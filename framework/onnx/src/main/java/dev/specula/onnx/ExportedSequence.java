package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import dev.specula.SpeculaException;
import dev.specula.model.Passes;
import dev.specula.token.Feed;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An answer over a decoder that somebody else exported. It computes chains, for such a graph has no mask of its own for each row.
 */
final class ExportedSequence extends PooledSequence<ExportedMemory> {
    /** Rows of a pass: pieces of a prompt, and a last one of up to twice as many. */
    static final int MOST_ROWS = 130;

    private static final int PIECE_ROWS = 64;

    private final ExportedModel model;
    private final ExportedDecoder decoder;
    private boolean attends; // to the prompt's memory, if there is any
    private int firstLogits; // row of the last feed that the first row of logits belongs to

    ExportedSequence(ExportedModel model, ExportedMemory memory, Prompt prompt, Sampling sampling, Passes passes) {
        super(model, memory, prompt, sampling, passes);
        this.model = model;
        this.decoder = model.decoder();
        memory.cache().cutTo(0);
    }

    @Override
    protected void compute(Feed feed) {
        if (!feed.isChain()) {
            throw new SpeculaException("\"" + model.spec().name()
                    + "\" was exported with a mask of columns, not of rows, so it takes chains, but the draft branches;"
                    + " let drafts grow as chains, or load the model from its checkpoint.");
        }
        int from = 0;
        while (feed.rows() - from > PIECE_ROWS && feed.wanted() >= from + PIECE_ROWS) {
            pass(feed, from, from + PIECE_ROWS);
            from += PIECE_ROWS;
        }
        pass(feed, from, feed.rows());
    }

    private void pass(Feed feed, int from, int to) {
        ExportedMemory open = memory();
        int rows = Math.max(to - from, leastRows());
        int before = feed.first() + from;
        open.cache().cutTo(before);
        for (int row = from; row < to; row++) {
            open.tokens().put(row - from, feed.token(row, 0));
            open.positions().put(row - from, feed.position(row));
        }
        if (rows > to - from) {
            open.tokens().put(rows - 1, 0); // fills up the pass; no row sees it
            open.positions().put(rows - 1, feed.position(to - 1) + 1);
        }
        List<OnnxTensor> toClose = new ArrayList<>();
        try {
            Map<String, OnnxTensor> inputs = new HashMap<>();
            Map<String, OnnxTensor> outputs = new HashMap<>();
            bindColumns(feed, from, to, rows, inputs, toClose);
            open.cache().bind(rows, inputs, outputs, toClose);
            bindMemory(before, inputs, outputs, toClose);
            bindLogits(feed, from, rows, inputs, outputs, toClose);
            decoder.graph().run(inputs, outputs);
            open.cache().advance(rows);
        } finally {
            toClose.forEach(OnnxTensor::close);
        }
    }

    /** What the new columns are, and where. */
    private void bindColumns(
            Feed feed, int from, int to, int rows, Map<String, OnnxTensor> inputs, List<OnnxTensor> toClose) {
        ExportedMemory open = memory();
        OnnxTensor tokens = own(Tensors.tensor(open.tokens(), 1, rows), toClose);
        if (decoder.takesRows()) {
            OnnxTensor embedded = own(Tensors.tensor(open.rows(), 1, rows, decoder.width()), toClose);
            Objects.requireNonNull(decoder.embedding())
                    .run(Map.of(ExportFormat.TOKENS, tokens), Map.of(ExportFormat.ROWS, embedded));
            int count = givenBetween(feed.first() + from, feed.first() + to);
            int first = count == 0 ? 0 : given().before(feed.first() + from);
            for (int row = first; row < first + count; row++) {
                given().copy(row, 1, open.rows(), given().columnOf(row) - feed.first() - from);
            }
            inputs.put(ExportFormat.ROWS, embedded);
        } else {
            inputs.put(ExportFormat.TOKENS, tokens);
        }
        if (decoder.takes(ExportFormat.POSITIONS)) {
            inputs.put(ExportFormat.POSITIONS, own(Tensors.tensor(open.positions(), 1, rows), toClose));
        }
        if (decoder.takes(ExportFormat.PLACES)) {
            inputs.put(ExportFormat.PLACES, own(Tensors.tensor(open.positions(), rows), toClose));
        }
        if (decoder.takes(ExportFormat.MASK)) {
            int columns = feed.first() + from + rows;
            inputs.put(ExportFormat.MASK, own(Tensors.tensor(open.seen(), 1, columns), toClose));
        }
    }

    /** What the decoder attends to in an encoder's rows: a first pass makes keys and values of them, later ones take those. */
    private void bindMemory(
            int before, Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs, List<OnnxTensor> toClose) {
        ExportedMemory open = memory();
        if (decoder.takes(ExportFormat.HAS_PAST)) {
            inputs.put(ExportFormat.HAS_PAST, own(Tensors.flag(before > 0), toClose));
        }
        if (decoder.memory() != null && before == 0) {
            if (!attends) {
                model.checkMemory(prompt());
                open.attendTo(Objects.requireNonNull(prompt().memory()));
                attends = true;
            }
            outputs.putAll(open.encoding());
        }
        inputs.putAll(open.encoded());
    }

    /** Logits of the rows that are wanted, and of two at least for passes that must be exact; of all rows where the graph gives all. */
    private void bindLogits(
            Feed feed,
            int from,
            int rows,
            Map<String, OnnxTensor> inputs,
            Map<String, OnnxTensor> outputs,
            List<OnnxTensor> toClose) {
        int wanted = rows;
        if (decoder.takes(ExportFormat.LOGIT_ROWS)) {
            wanted = Math.min(rows, Math.max(leastRows(), from + rows - Math.max(feed.wanted(), from)));
            LongBuffer count = Tensors.longs(1).put(0, wanted);
            inputs.put(ExportFormat.LOGIT_ROWS, own(Tensors.tensor(count), toClose));
        }
        firstLogits = from + rows - wanted;
        FloatBuffer logits = memory().logits(wanted);
        outputs.put(ExportFormat.LOGITS, own(Tensors.tensor(logits, 1, wanted, decoder.vocabulary()), toClose));
    }

    private static OnnxTensor own(OnnxTensor tensor, List<OnnxTensor> toClose) {
        toClose.add(tensor);
        return tensor;
    }

    @Override
    protected void readLogits(int row, int lane, float[] into) {
        model.head().read(memory().logits(1), row - firstLogits, into);
    }

    /** The first row of the last feed that has logits. */
    int firstLogits() {
        return firstLogits;
    }

    @Override
    protected void moveRow(int from, int to) {
        throw new IllegalStateException("Chains keep their rows where they are.");
    }
}
