package dev.specula.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.TensorInfo;
import dev.specula.Modality;
import dev.specula.model.ModelLoadException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * An encoder that somebody else exported, and what its graph says of itself.
 *
 * @param modality what it reads
 * @param shape what it takes and gives
 * @param rows the encoder
 */
record ExportedEncoder(Modality modality, EncoderShape shape, OnnxRowEncoder rows) {
    /**
     * Reads what the graph takes, and runs it once to see what it gives.
     *
     * @param configured shape of the input as the model's configuration has it, where the graph leaves sizes open
     * @throws ModelLoadException if it is of a kind that cannot be run
     */
    static ExportedEncoder of(GraphSession graph, Supplier<List<Integer>> configured) {
        Map<String, TensorInfo> all = graph.inputs();
        Set<String> others = new TreeSet<>(all.keySet());
        others.removeAll(Set.of(ExportFormat.PICTURE, ExportFormat.PICTURE_MASK, ExportFormat.SOUND));
        boolean sees = all.containsKey(ExportFormat.PICTURE);
        String input = sees ? ExportFormat.PICTURE : ExportFormat.SOUND;
        TensorInfo info = all.get(input);
        if (info == null || !others.isEmpty()) {
            throw refused(
                    graph,
                    "it must take " + ExportFormat.PICTURE + " or " + ExportFormat.SOUND
                            + " and nothing that is not known, but takes " + new TreeSet<>(all.keySet()));
        }
        String output = graph.outputs().keySet().iterator().next();
        TensorInfo given = graph.outputs().get(output);
        if (info.type != OnnxJavaType.FLOAT || given == null || given.type != OnnxJavaType.FLOAT) {
            throw refused(
                    graph,
                    "\"" + input + "\" and \"" + output
                            + "\" must hold 32-bit floats; take an export of other types, for example the one whose name has no"
                            + " suffix");
        }
        int own = sees ? 3 : 2; // dimensions of one picture or sound
        long[] batch = batch(graph, info, own, configured);
        int[] sizes = IntStream.range(batch.length - own, batch.length)
                .map(axis -> Math.toIntExact(batch[axis]))
                .toArray();
        Map<String, OnnxTensor> constant = new HashMap<>();
        if (all.containsKey(ExportFormat.PICTURE_MASK)) {
            long[] seen = LongStream.concat(
                            Arrays.stream(batch, 0, batch.length - own), LongStream.of(sizes[1], sizes[2]))
                    .toArray();
            constant.put(ExportFormat.PICTURE_MASK, Tensors.set(seen));
        }
        long[] found = outputShape(graph, output, input, batch, constant);
        long rows = LongStream.of(found).limit(found.length - 1L).reduce(1, Math::multiplyExact);
        EncoderShape shape = new EncoderShape(
                IntStream.of(sizes).boxed().toList(), Math.toIntExact(rows), Math.toIntExact(found[found.length - 1]));
        return new ExportedEncoder(
                sees ? Modality.IMAGE : Modality.AUDIO,
                shape,
                new OnnxRowEncoder(
                        graph, shape, new OnnxRowEncoder.Binding(input, list(batch), output, list(found), constant)));
    }

    /** The shape of the input: of the graph, and of the configuration where it leaves a size open. One input at a time. */
    private static long[] batch(GraphSession graph, TensorInfo info, int own, Supplier<List<Integer>> configured) {
        long[] shape = info.getShape();
        if (shape.length <= own) {
            throw refused(graph, "its input must have a batch, but has the shape " + Arrays.toString(shape));
        }
        int before = shape.length - own;
        for (int axis = 0; axis < before; axis++) {
            shape[axis] = 1;
        }
        if (LongStream.of(shape).allMatch(size -> size > 0)) {
            return shape;
        }
        List<Integer> sizes = configured.get();
        if (sizes.size() != own) {
            throw refused(
                    graph,
                    "its input has the shape " + Arrays.toString(shape)
                            + ", and config.json does not say how large it is");
        }
        for (int axis = before; axis < shape.length; axis++) {
            shape[axis] = sizes.get(axis - before);
        }
        return shape;
    }

    private static long[] outputShape(
            GraphSession graph, String output, String input, long[] batch, Map<String, OnnxTensor> others) {
        int numbers = Math.toIntExact(LongStream.of(batch).reduce(1, Math::multiplyExact));
        try (OnnxTensor nothing = Tensors.tensor(Tensors.floats(numbers), batch)) {
            Map<String, OnnxTensor> inputs = new HashMap<>(others);
            inputs.put(input, nothing);
            return graph.shapeOf(output, inputs);
        }
    }

    private static List<Long> list(long[] sizes) {
        return LongStream.of(sizes).boxed().toList();
    }

    private static ModelLoadException refused(GraphSession graph, String why) {
        return new ModelLoadException("The exported encoder of \"" + graph.name() + "\" cannot be run: " + why + ".");
    }
}
