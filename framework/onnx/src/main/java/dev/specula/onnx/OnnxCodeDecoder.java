package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import dev.specula.model.CodeDecoder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;

/** Makes values of codes by running a graph of one input and one output. */
final class OnnxCodeDecoder implements CodeDecoder, AutoCloseable {
    private final GraphSession graph;
    private final CodeDecoderShape shape;

    OnnxCodeDecoder(GraphSession graph, CodeDecoderShape shape) {
        this.graph = graph;
        this.shape = shape;
    }

    @Override
    public int codes() {
        return shape.codebook().capacity() / shape.width();
    }

    @Override
    public int[] codeShape() {
        return ints(shape.codes());
    }

    @Override
    public int[] outputShape() {
        return ints(shape.output());
    }

    @Override
    public int codeWidth() {
        return shape.width();
    }

    @Override
    public FloatBuffer codebook() {
        return shape.codebook().duplicate();
    }

    @Override
    public FloatBuffer decode(int[] codes) {
        int count = size(shape.codes());
        if (codes.length != count) {
            throw new IllegalArgumentException(
                    "codes must be " + count + ", the shape " + shape.codes() + ", but are " + codes.length + ".");
        }
        LongBuffer asked = Tensors.longs(count);
        for (int i = 0; i < count; i++) {
            if (codes[i] < 0 || codes[i] >= codes()) {
                throw new IllegalArgumentException(
                        "codes must be 0 to " + (codes() - 1) + ", but number " + i + " is " + codes[i] + ".");
            }
            asked.put(i, codes[i]);
        }
        FloatBuffer values = Tensors.floats(size(shape.output()));
        long[] output = shape.output().stream().mapToLong(Integer::longValue).toArray();
        try (OnnxTensor from = Tensors.tensor(asked, 1, count);
                OnnxTensor to = Tensors.tensor(values, output)) {
            graph.run(Map.of(DecoderFormat.CODES, from), Map.of(DecoderFormat.VALUES, to));
        }
        return values;
    }

    private static int size(List<Integer> shape) {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }

    private static int[] ints(List<Integer> sizes) {
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public void close() {
        graph.close();
    }
}
