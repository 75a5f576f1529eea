package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import dev.specula.model.RowEncoder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

/** Makes rows by running a graph of one input and one output. */
final class OnnxRowEncoder implements RowEncoder, AutoCloseable {
    private final GraphSession graph;
    private final EncoderShape shape;

    OnnxRowEncoder(GraphSession graph, EncoderShape shape) {
        this.graph = graph;
        this.shape = shape;
    }

    @Override
    public int[] inputShape() {
        return shape.input().stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public int rows() {
        return shape.rows();
    }

    @Override
    public int width() {
        return shape.width();
    }

    @Override
    public FloatBuffer encode(FloatBuffer input) {
        int[] sizes = inputShape();
        int count = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
        if (input.remaining() != count) {
            throw new IllegalArgumentException("input must hold " + count + " numbers, the shape "
                    + Arrays.toString(sizes) + ", but holds " + input.remaining() + ".");
        }
        long[] batch = new long[sizes.length + 1];
        batch[0] = 1;
        Arrays.setAll(batch, i -> i == 0 ? 1 : sizes[i - 1]);
        FloatBuffer rows = Tensors.floats(rows() * width());
        FloatBuffer direct = Tensors.floats(count).put(0, input, input.position(), count);
        try (OnnxTensor from = Tensors.tensor(direct, batch);
                OnnxTensor to = Tensors.tensor(rows, rows(), width())) {
            graph.run(Map.of(DecoderFormat.ENCODER_INPUT, from), Map.of(DecoderFormat.ROWS, to));
        }
        return rows;
    }

    @Override
    public void close() {
        graph.close();
    }
}
