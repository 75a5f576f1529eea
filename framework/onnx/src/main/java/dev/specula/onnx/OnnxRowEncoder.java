package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import dev.specula.model.RowEncoder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Makes rows by running a graph. Tensors of a run are kept for the next ones, as many as were in use at once: what is made anew waits
 * outside of the heap for a collection that a large heap does not need for long.
 */
final class OnnxRowEncoder implements RowEncoder, AutoCloseable {
    private final GraphSession graph;
    private final EncoderShape shape;
    private final Binding binding;
    private final Deque<Run> idle = new ConcurrentLinkedDeque<>();

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
        Run run = idle.pollFirst();
        if (run == null) {
            run = new Run(binding, count, rows() * width());
        }
        try {
            return run.of(input, graph);
        } finally {
            idle.addFirst(run);
        }
    }

    /** The tensors of one run at a time. */
    private static final class Run {
        private final FloatBuffer input;
        private final FloatBuffer rows;
        private final OnnxTensor from;
        private final OnnxTensor to;
        private final Map<String, OnnxTensor> inputs;
        private final Map<String, OnnxTensor> outputs;

        Run(Binding binding, int numbers, int given) {
            input = Tensors.floats(numbers);
            rows = Tensors.floats(given);
            from = Tensors.tensor(input, sizes(binding.inputShape()));
            to = Tensors.tensor(rows, sizes(binding.outputShape()));
            inputs = new HashMap<>(binding.others());
            inputs.put(binding.input(), from);
            outputs = Map.of(binding.output(), to);
        }

        private static long[] sizes(List<Long> shape) {
            return shape.stream().mapToLong(Long::longValue).toArray();
        }

        FloatBuffer of(FloatBuffer values, GraphSession graph) {
            input.put(0, values, values.position(), input.capacity());
            graph.run(inputs, outputs);
            return FloatBuffer.allocate(rows.capacity()).put(0, rows, 0, rows.capacity());
        }

        void close() {
            from.close();
            to.close();
        }
    }

    @Override
    public void close() {
        for (Run run = idle.poll(); run != null; run = idle.poll()) {
            run.close();
        }
        binding.others().values().forEach(OnnxTensor::close);
        graph.close();
    }
}
