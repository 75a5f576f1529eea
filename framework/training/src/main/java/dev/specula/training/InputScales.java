package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.specula.training.model.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.DoubleStream;

/**
 * Finds steps to which a decoder's inputs can be rounded in 8 bits, once and for all texts: engines then need not look for the
 * largest value of each row of each pass. Published checkpoints call such a step {@code input_scale}, that of an attention's queries
 * {@code q_scale}: it is 1/127 of the largest value that is still told apart.
 *
 * <p>One step serves a layer whose rows are alike in size. Where they are not, because some inputs are far larger than others, each
 * input gets a step of its own (Xiao et al. 2023, SmoothQuant). Where rows differ even then, there is none, and engines round each
 * row for itself.
 *
 * <p>The same passes are watched twice: for the sizes of inputs, then for those of rows.
 */
final class InputScales {

    private static final double LARGEST = 127;
    private static final double COVERED = 0.99; // of rows; what larger ones exceed is cut off
    private static final double ALIKE = 2; // most that the covered rows exceed the median
    private static final double SMALLEST = 1e-3; // size of an input, in that of the largest
    private static final int INPUTS = 2; // axis

    private final Map<String, Sizes> layers = new LinkedHashMap<>();

    /** What was seen of a layer. */
    private static final class Sizes {
        private final float[] inputs; // the largest value of each
        private final DoubleStream.Builder rows = DoubleStream.builder();
        private final DoubleStream.Builder evenRows = DoubleStream.builder(); // of inputs divided by their sizes

        private Sizes(int inputs) {
            this.inputs = new float[inputs];
        }
    }

    /**
     * Watches a pass of a decoder of {@code weights} for the sizes of inputs.
     *
     * @param counted which rows count, {@code (batch * length)}
     */
    void watchInputs(Weights weights, boolean[] counted, Runnable pass) {
        watch(weights, counted, pass, (layer, x) -> {
            float[] sizes = sizes(layer, x).inputs;
            float[] values = x.abs().toFloatArray();
            for (int at = 0; at < values.length; at++) {
                int input = at % sizes.length;
                if (counted[at / sizes.length]) {
                    sizes[input] = Math.max(sizes[input], values[at]);
                }
            }
        });
    }

    /** Watches a pass that was watched for the sizes of inputs for those of rows. */
    void watchRows(Weights weights, boolean[] counted, Runnable pass) {
        watch(weights, counted, pass, (layer, x) -> {
            Sizes sizes = sizes(layer, x);
            add(sizes.rows, x.abs(), counted);
            add(sizes.evenRows, x.abs().div(x.getManager().create(lifted(sizes.inputs))), counted);
        });
    }

    private static void watch(Weights weights, boolean[] counted, Runnable pass, BiConsumer<String, NDArray> watcher) {
        weights.watch((layer, x) -> {
            if (x.size() / width(x) == counted.length) { // not what the decoder attends to
                watcher.accept(layer, x);
            }
        });
        pass.run();
        weights.watch((layer, x) -> {});
    }

    private Sizes sizes(String layer, NDArray x) {
        return layers.computeIfAbsent(layer, absent -> new Sizes(width(x)));
    }

    private static int width(NDArray x) {
        return Math.toIntExact(x.getShape().getLastDimension());
    }

    private static void add(DoubleStream.Builder to, NDArray sizes, boolean[] counted) {
        float[] largest = sizes.max(new int[] {INPUTS}).toFloatArray();
        for (int row = 0; row < largest.length; row++) {
            if (counted[row]) {
                to.add(largest[row]);
            }
        }
    }

    /** Sizes of inputs, none of them so small that what comes through is lost beside its step. */
    private static float[] lifted(float[] inputs) {
        double largest = 0;
        for (float size : inputs) {
            largest = Math.max(largest, size);
        }
        float[] lifted = new float[inputs.length];
        for (int input = 0; input < inputs.length; input++) {
            lifted[input] = (float) Math.max(inputs[input], SMALLEST * largest);
        }
        return lifted;
    }

    /** The steps found, each of shape {@code (1)} or {@code (inputs)}, by the names of their tensors. */
    Map<String, NDArray> tensors(NDManager manager) {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        layers.forEach((layer, sizes) -> {
            boolean queries = layer.endsWith(Weights.QUERIES);
            float[] steps = steps(new float[] {1}, sizes.rows);
            if (steps.length == 0 && !queries) {
                steps = steps(lifted(sizes.inputs), sizes.evenRows);
            }
            if (steps.length > 0) {
                tensors.put(
                        layer + (queries ? "_scale" : ".input_scale"), manager.create(steps, new Shape(steps.length)));
            }
        });
        return tensors;
    }

    /** Steps for inputs of these {@code sizes}, in which rows are as large as {@code rows} says; none where rows differ. */
    private static float[] steps(float[] sizes, DoubleStream.Builder rows) {
        double[] sorted = rows.build().sorted().toArray();
        double covered = sorted[(int) (COVERED * (sorted.length - 1))];
        if (covered > ALIKE * sorted[sorted.length / 2]) {
            return new float[0];
        }
        float[] steps = new float[sizes.length];
        for (int input = 0; input < sizes.length; input++) {
            steps[input] = (float) (sizes[input] * covered / LARGEST);
        }
        return steps;
    }
}
