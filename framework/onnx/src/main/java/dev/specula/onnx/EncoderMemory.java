package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keys and values of an encoder's rows for each layer, of one answer at a time. Owns its tensors. */
final class EncoderMemory implements AutoCloseable {
    private final FloatBuffer rows; // (rows, width)
    private final Map<String, OnnxTensor> encoded = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> layers = new LinkedHashMap<>();

    EncoderMemory(MemoryShape shape) {
        rows = Tensors.floats(shape.rows() * shape.width());
        encoded.put(DecoderFormat.MEMORY, Tensors.tensor(rows, 1, shape.rows(), shape.width()));
        for (int layer = 0; layer < shape.layers(); layer++) {
            layers.put(DecoderFormat.memoryKey(layer), empty(shape.heads(), shape.headSize(), shape.rows()));
            layers.put(DecoderFormat.memoryValue(layer), empty(shape.heads(), shape.rows(), shape.headSize()));
        }
    }

    private static OnnxTensor empty(int heads, int down, int across) {
        return Tensors.tensor(Tensors.floats(heads * down * across), heads, 1, down, across);
    }

    /** Inputs of the decoder's graphs, by name. */
    Map<String, OnnxTensor> layers() {
        return layers;
    }

    /** Computes the keys and values of {@code values}, (rows, width). */
    void fill(FloatBuffer values, GraphSession graph) {
        rows.put(0, values, values.position(), rows.capacity());
        graph.run(encoded, layers);
    }

    @Override
    public void close() {
        encoded.values().forEach(OnnxTensor::close);
        layers.values().forEach(OnnxTensor::close);
    }
}
