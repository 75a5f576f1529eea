package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a decoder's layers attend to in an encoder's rows, of one answer at a time: the outputs of the graph that makes it, as that
 * declares them. Owns its tensors.
 */
final class EncoderMemory implements AutoCloseable {
    private final MemoryShape shape;
    private final GraphSession graph;
    private final FloatBuffer rows; // (rows, width)
    private final Map<String, TensorInfo> declared;
    private final Map<String, ByteBuffer> kept = new LinkedHashMap<>(); // of all rows there can be, by output
    private final Map<String, OnnxTensor> encoded = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> layers = new LinkedHashMap<>();
    private int count; // rows that are attended to

    EncoderMemory(MemoryShape shape, GraphSession graph) {
        this.shape = shape;
        this.graph = graph;
        this.rows = Tensors.floats(shape.rows() * shape.width());
        this.declared = graph.outputs();
        resize(shape.rows());
    }

    /** Takes {@code given}, (rows, width), perhaps fewer than there can be; says whether the tensors are others now. */
    boolean attendTo(FloatBuffer given) {
        int wanted = given.remaining() / shape.width();
        boolean resized = wanted != count;
        if (resized) {
            resize(wanted);
        }
        rows.put(0, given, given.position(), given.remaining());
        graph.run(encoded, layers);
        return resized;
    }

    /** Makes tensors for {@code wanted} rows, over the same memory; those before are closed. */
    private void resize(int wanted) {
        close();
        count = wanted;
        encoded.put(DecoderFormat.MEMORY, Tensors.tensor(rows, 1, wanted, shape.width()));
        declared.forEach((name, info) -> {
            ByteBuffer memory =
                    kept.computeIfAbsent(name, first -> Tensors.bytes(info.type, sizes(info, shape.rows())));
            layers.put(name, Tensors.tensor(memory, info.type, sizes(info, wanted)));
        });
    }

    /** The size that a graph leaves open is the number of rows. */
    private static long[] sizes(TensorInfo info, int rows) {
        long[] sizes = info.getShape();
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = sizes[i] < 0 ? rows : sizes[i];
        }
        return sizes;
    }

    /** Inputs of the decoder's graphs, by name. */
    Map<String, OnnxTensor> layers() {
        return layers;
    }

    @Override
    public void close() {
        encoded.values().forEach(OnnxTensor::close);
        layers.values().forEach(OnnxTensor::close);
    }
}
