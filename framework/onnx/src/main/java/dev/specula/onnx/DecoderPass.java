package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tensors of passes over a fixed number of rows, made once and refilled. What all passes of a sequence share (cache,
 * lengths, logits) belongs to its {@link DecoderMemory}.
 */
final class DecoderPass implements AutoCloseable {
    private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> outputs = new LinkedHashMap<>();
    private final List<OnnxTensor> owned = new ArrayList<>();
    private final LongBuffer tokens; // (rows,)
    private final LongBuffer positions; // (rows,); unused in chains

    private DecoderPass(DecoderMemory memory, int rows) {
        inputs.putAll(memory.cache().past());
        EncoderMemory encoded = memory.encoded();
        if (encoded != null) {
            inputs.putAll(encoded.layers());
        }
        inputs.put(DecoderFormat.LAST_ROW, memory.lastRow());
        inputs.put(DecoderFormat.TOTAL_ROWS, memory.totalRows());
        outputs.putAll(memory.cache().present());
        tokens = Tensors.longs(rows);
        positions = Tensors.longs(rows);
        inputs.put(DecoderFormat.TOKENS, own(Tensors.tensor(tokens, 1, rows)));
    }

    /** Over {@code rows} tokens that follow each other. */
    static DecoderPass chain(DecoderMemory memory, int rows) {
        DecoderPass pass = new DecoderPass(memory, rows);
        pass.giveLogits(memory, rows);
        return pass;
    }

    /** Over {@code rows} rows in any arrangement, with logits from row {@code firstLogits} on. */
    static DecoderPass general(DecoderMemory memory, int rows, int firstLogits) {
        DecoderPass pass = new DecoderPass(memory, rows);
        int wanted = rows - firstLogits;
        LongBuffer wantedRows = Tensors.longs(wanted);
        for (int i = 0; i < wanted; i++) {
            wantedRows.put(i, firstLogits + i);
        }
        pass.inputs.put(DecoderFormat.LOGIT_ROWS, pass.own(Tensors.tensor(wantedRows, wanted)));
        pass.inputs.put(DecoderFormat.POSITIONS, pass.own(Tensors.tensor(pass.positions, 1, rows)));
        pass.giveLogits(memory, wanted);
        return pass;
    }

    private void giveLogits(DecoderMemory memory, int rows) {
        int numbers = memory.shape().logits();
        outputs.put(DecoderFormat.LOGITS, own(Tensors.tensor(memory.logits(rows), 1, rows, numbers)));
    }

    /** Of its tokens; attention may take one more. */
    int rows() {
        return tokens.capacity();
    }

    void set(int row, int token, int position) {
        tokens.put(row, token);
        positions.put(row, position);
    }

    /** Binds an input that changes its shape from pass to pass; the caller owns the tensor. */
    void bind(String name, OnnxTensor tensor) {
        inputs.put(name, tensor);
    }

    void run(GraphSession graph) {
        graph.run(inputs, outputs);
    }

    private OnnxTensor own(OnnxTensor tensor) {
        owned.add(tensor);
        return tensor;
    }

    @Override
    public void close() {
        owned.forEach(OnnxTensor::close);
    }
}
