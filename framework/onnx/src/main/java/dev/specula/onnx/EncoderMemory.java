package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keys and values of an encoder's rows for each layer, of one answer at a time. Owns its tensors. */
final class EncoderMemory implements AutoCloseable {
    private final MemoryShape shape;
    private final FloatBuffer rows; // (rows, width)
    private final List<FloatBuffer> keys = new ArrayList<>(); // (heads, headSize, rows) of each layer
    private final List<FloatBuffer> values = new ArrayList<>(); // (heads, rows, headSize) of each layer
    private final Map<String, OnnxTensor> encoded = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> layers = new LinkedHashMap<>();
    private int count; // rows that are attended to

    EncoderMemory(MemoryShape shape) {
        this.shape = shape;
        rows = Tensors.floats(shape.rows() * shape.width());
        for (int layer = 0; layer < shape.layers(); layer++) {
            keys.add(Tensors.floats(shape.heads() * shape.headSize() * shape.rows()));
            values.add(Tensors.floats(shape.heads() * shape.rows() * shape.headSize()));
        }
        resize(shape.rows());
    }

    /** Numbers in a row. */
    int width() {
        return shape.width();
    }

    /** Rows that are attended to. */
    int count() {
        return count;
    }

    /** Makes tensors for {@code wanted} rows, over the same memory; those before are closed. */
    void resize(int wanted) {
        close();
        count = wanted;
        encoded.put(DecoderFormat.MEMORY, Tensors.tensor(rows, 1, wanted, shape.width()));
        for (int layer = 0; layer < shape.layers(); layer++) {
            layers.put(
                    DecoderFormat.memoryKey(layer),
                    Tensors.tensor(keys.get(layer), shape.heads(), 1, shape.headSize(), wanted));
            layers.put(
                    DecoderFormat.memoryValue(layer),
                    Tensors.tensor(values.get(layer), shape.heads(), 1, wanted, shape.headSize()));
        }
    }

    /** Inputs of the decoder's graphs, by name. */
    Map<String, OnnxTensor> layers() {
        return layers;
    }

    /** Computes the keys and values of {@code given}, ({@link #count()}, width). */
    void fill(FloatBuffer given, GraphSession graph) {
        rows.put(0, given, given.position(), given.remaining());
        graph.run(encoded, layers);
    }

    @Override
    public void close() {
        encoded.values().forEach(OnnxTensor::close);
        layers.values().forEach(OnnxTensor::close);
    }
}
