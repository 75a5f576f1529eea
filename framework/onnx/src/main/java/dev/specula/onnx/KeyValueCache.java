package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keys and values of one sequence, (key heads, rows, head size) for each layer. The same tensor is bound as past and as
 * present, so a run writes new rows in place and copies nothing. Owns its tensors.
 */
final class KeyValueCache implements AutoCloseable {
    private final DecoderShape shape;
    private final FloatBuffer[] buffers; // (2 * layers) of (key heads, rows, head size)
    private final Map<String, OnnxTensor> past = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> present = new LinkedHashMap<>();

    KeyValueCache(DecoderShape shape) {
        this.shape = shape;
        this.buffers = new FloatBuffer[2 * shape.layers()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            add(2 * layer, DecoderFormat.pastKey(layer), DecoderFormat.presentKey(layer));
            add(2 * layer + 1, DecoderFormat.pastValue(layer), DecoderFormat.presentValue(layer));
        }
    }

    private void add(int index, String pastName, String presentName) {
        buffers[index] = Tensors.floats(shape.keyHeads() * shape.cacheRows() * shape.headSize());
        OnnxTensor tensor = Tensors.tensor(buffers[index], 1, shape.keyHeads(), shape.cacheRows(), shape.headSize());
        past.put(pastName, tensor);
        present.put(presentName, tensor);
    }

    /** Inputs by name. */
    Map<String, OnnxTensor> past() {
        return past;
    }

    /** Outputs by name. */
    Map<String, OnnxTensor> present() {
        return present;
    }

    /** Copies row {@code from} to row {@code to} in all layers. Keys are rotated already: a row keeps its position. */
    void moveRow(int from, int to) {
        int size = shape.headSize();
        for (FloatBuffer buffer : buffers) {
            for (int head = 0; head < shape.keyHeads(); head++) {
                int start = head * shape.cacheRows() * size;
                buffer.put(start + to * size, buffer, start + from * size, size);
            }
        }
    }

    /** Copies row {@code row} of the {@code index}-th buffer: keys of layer 0, values of layer 0, keys of layer 1, and so on. */
    void read(int index, int row, float[] into) {
        for (int head = 0; head < shape.keyHeads(); head++) {
            int start = (head * shape.cacheRows() + row) * shape.headSize();
            buffers[index].get(start, into, head * shape.headSize(), shape.headSize());
        }
    }

    @Override
    public void close() {
        past.values().forEach(OnnxTensor::close);
    }
}
