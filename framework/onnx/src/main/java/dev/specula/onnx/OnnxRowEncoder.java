package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import dev.specula.model.RowEncoder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes rows by running a graph. */
final class OnnxRowEncoder implements RowEncoder, AutoCloseable {
    private final GraphSession graph;
    private final EncoderShape shape;
    private final Binding binding;

    /**
     * What a graph calls its input and output.
     *
     * @param input name of the input
     * @param inputShape its shape
     * @param output name of the output
     * @param outputShape its shape
     * @param others inputs that are always the same; closed with the encoder
     */
    record Binding(
            String input,
            List<Long> inputShape,
            String output,
            List<Long> outputShape,
            Map<String, OnnxTensor> others) {
        private static Binding ofOwn(EncoderShape shape) {
            List<Long> batch = new ArrayList<>(List.of(1L));
            shape.input().forEach(size -> batch.add(size.longValue()));
            List<Long> rows = List.of((long) shape.rows(), (long) shape.width());
            return new Binding(DecoderFormat.ENCODER_INPUT, batch, DecoderFormat.ROWS, rows, Map.of());
        }
    }

    /** A graph of our own. */
    OnnxRowEncoder(GraphSession graph, EncoderShape shape) {
        this(graph, shape, Binding.ofOwn(shape));
    }

    /** A graph with names of its own. */
    OnnxRowEncoder(GraphSession graph, EncoderShape shape, Binding binding) {
        this.graph = graph;
        this.shape = shape;
        this.binding = binding;
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
        FloatBuffer rows = Tensors.floats(rows() * width());
        FloatBuffer direct = Tensors.floats(count).put(0, input, input.position(), count);
        try (OnnxTensor from = Tensors.tensor(direct, numbers(binding.inputShape()));
                OnnxTensor to = Tensors.tensor(rows, numbers(binding.outputShape()))) {
            Map<String, OnnxTensor> inputs = new HashMap<>(binding.others());
            inputs.put(binding.input(), from);
            graph.run(inputs, Map.of(binding.output(), to));
        }
        return rows;
    }

    private static long[] numbers(List<Long> sizes) {
        return sizes.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public void close() {
        binding.others().values().forEach(OnnxTensor::close);
        graph.close();
    }
}
