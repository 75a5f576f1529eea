package dev.specula.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Trainable arrays by name, in the order they were asked for. They live as long as the manager does. */
public final class Weights {

    /** How a name ends that stands for the queries of an attention. */
    public static final String QUERIES = ".q";

    private final NDManager manager;
    private final long seed;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();
    private BiConsumer<String, NDArray> watcher = (layer, x) -> {};

    /** No weights yet; {@code seed} decides every start value together with the weight's name. */
    public Weights(NDManager manager, long seed) {
        this.manager = manager;
        this.seed = seed;
    }

    /** The manager the weights belong to. */
    public NDManager manager() {
        return manager;
    }

    /** The weight of that name, drawn from a normal distribution the first time it is asked for. */
    NDArray normal(String name, double deviation, long... shape) {
        return starting(
                name,
                random -> {
                    float[] values = new float[Math.toIntExact(new Shape(shape).size())];
                    for (int index = 0; index < values.length; index++) {
                        values[index] = (float) (deviation * random.nextGaussian());
                    }
                    return values;
                },
                shape);
    }

    /** The weight of that name, starting at the values {@code start} gives. */
    NDArray starting(String name, Function<Random, float[]> start, long... shape) {
        return arrays.computeIfAbsent(
                name,
                absent -> trainable(
                        start.apply(new Random(seed * 0x9e3779b97f4a7c15L + absent.hashCode())), new Shape(shape)));
    }

    /** A linear layer's weight {@code (out, in)}, of unit gain. */
    NDArray linear(String name, long out, long in) {
        return normal(name, 1 / Math.sqrt((double) in), out, in);
    }

    NDArray constant(String name, float value, long... shape) {
        return starting(
                name,
                random -> {
                    float[] values = new float[Math.toIntExact(new Shape(shape).size())];
                    Arrays.fill(values, value);
                    return values;
                },
                shape);
    }

    private NDArray trainable(float[] values, Shape shape) {
        NDArray array = manager.create(values, shape);
        NDScope.unregister(array); // first asked for within a step, it outlives the step
        array.setRequiresGradient(true);
        return array;
    }

    /** Sets a weight to {@code array}, which must be of this object's manager. */
    public void put(String name, NDArray array) {
        array.setRequiresGradient(true);
        arrays.put(name, array);
    }

    /** Keeps the weight of that name, which must be there, as it is. */
    public void freeze(String name) {
        Objects.requireNonNull(arrays.get(name)).setRequiresGradient(false);
    }

    /** Every weight by name. The map is a view; the arrays are the live ones. */
    public Map<String, NDArray> arrays() {
        return Collections.unmodifiableMap(arrays);
    }

    /**
     * Shows {@code watcher} from now on what a decoder multiplies: names of its layers without {@code .weight}, and their inputs;
     * names of attentions to an encoder with {@link #QUERIES}, and those.
     */
    public void watch(BiConsumer<String, NDArray> watcher) {
        this.watcher = watcher;
    }

    /** The layer called {@code layer}, or an attention with its {@link #QUERIES}, multiplies {@code x (batch, length, width)}. */
    void multiplies(String layer, NDArray x) {
        watcher.accept(layer, x);
    }

    /** How many numbers there are. */
    public long size() {
        return arrays.values().stream().mapToLong(NDArray::size).sum();
    }
}
