package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All native memory that one sequence needs: its cache, and the tensors of its passes, each made when first wanted. Reused by
 * one sequence after the other: stale rows are never read. Not thread-safe.
 */
final class DecoderMemory implements SequenceMemory {
    /** Passes of up to this many rows keep their tensors: the longest draft, 64 nodes, and the column before it. */
    static final int KEPT_ROWS = 65;

    private final DecoderShape shape;
    private final KeyValueCache cache;
    private final @Nullable EncoderMemory encoded;
    private final IntBuffer lastRowValue = Tensors.ints(1);
    private final IntBuffer totalRowsValue = Tensors.ints(1);
    private final OnnxTensor lastRow;
    private final OnnxTensor totalRows;
    private final OnnxTensor nowhere;
    private final OnnxTensor noRows;
    private final Ancestry ancestry;
    private final @Nullable DecoderPass[] chains = new DecoderPass[KEPT_ROWS + 1]; // by number of rows
    private final @Nullable DecoderPass[] generals = new DecoderPass[KEPT_ROWS + 1]; // by number of rows
    private FloatBuffer logits; // (logit rows, tokens of the head)
    private final MaskMemory mask;
    private final MaskMemory windowMask; // of layers that see a window

    DecoderMemory(DecoderShape shape, @Nullable EncoderMemory encoded) {
        this.shape = shape;
        this.cache = new KeyValueCache(shape);
        this.encoded = encoded;
        this.ancestry = new Ancestry(shape.cacheRows());
        this.lastRow = Tensors.tensor(lastRowValue, 1);
        this.totalRows = Tensors.tensor(totalRowsValue);
        this.nowhere = Tensors.tensor(Tensors.longs(0), 0, 2);
        this.noRows = Tensors.tensor(Tensors.floats(0), 0, shape.width());
        this.logits = Tensors.floats(KEPT_ROWS * shape.logits());
        this.mask = new MaskMemory(shape.cacheRows());
        this.windowMask = new MaskMemory(shape.cacheRows());
    }

    DecoderShape shape() {
        return shape;
    }

    KeyValueCache cache() {
        return cache;
    }

    /** What the decoder attends to in an encoder's rows; null for a decoder alone. */
    @Nullable
    EncoderMemory encoded() {
        return encoded;
    }

    /** Computes what the decoder attends to in {@code rows}, (rows, width), perhaps fewer than there can be. */
    void attendTo(FloatBuffer rows) {
        if (Objects.requireNonNull(encoded).attendTo(rows)) {
            closePasses(); // they are bound to tensors of another shape
        }
    }

    Ancestry ancestry() {
        return ancestry;
    }

    OnnxTensor lastRow() {
        return lastRow;
    }

    OnnxTensor totalRows() {
        return totalRows;
    }

    /** Empty values of the inputs for given rows. */
    OnnxTensor nowhere() {
        return nowhere;
    }

    OnnxTensor noRows() {
        return noRows;
    }

    /** Says how many rows the cache has after the next pass. */
    void expect(int rows) {
        lastRowValue.put(0, rows - 1);
        totalRowsValue.put(0, rows);
    }

    /** Memory of {@code rows} rows of logits; the same for all passes. */
    FloatBuffer logits(int rows) {
        if (rows * shape.logits() > logits.capacity()) {
            throw new IllegalArgumentException(
                    "a pass must want the logits of at most " + KEPT_ROWS + " rows, but wants " + rows + ".");
        }
        return logits;
    }

    MaskMemory mask() {
        return mask;
    }

    /** The mask of layers that see a window. */
    MaskMemory windowMask() {
        return windowMask;
    }

    DecoderPass chain(int rows) {
        DecoderPass pass = chains[rows];
        if (pass == null) {
            pass = DecoderPass.chain(this, rows);
            chains[rows] = pass;
        }
        return pass;
    }

    DecoderPass general(int rows) {
        DecoderPass pass = generals[rows];
        if (pass == null) {
            pass = DecoderPass.general(this, rows, 0);
            generals[rows] = pass;
        }
        return pass;
    }

    private void closePasses() {
        for (int rows = 0; rows <= KEPT_ROWS; rows++) {
            DecoderPass chain = chains[rows];
            if (chain != null) {
                chain.close();
            }
            DecoderPass general = generals[rows];
            if (general != null) {
                general.close();
            }
        }
        Arrays.fill(chains, null);
        Arrays.fill(generals, null);
    }

    @Override
    public void close() {
        closePasses();
        lastRow.close();
        totalRows.close();
        nowhere.close();
        noRows.close();
        mask.close();
        windowMask.close();
        if (encoded != null) {
            encoded.close();
        }
        cache.close();
    }
}
