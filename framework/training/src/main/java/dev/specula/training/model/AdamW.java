package dev.specula.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019), after clipping the gradient's norm to 1. Matrices decay,
 * gains and biases do not. A step whose gradients are not finite changes nothing; ten such in a row fail.
 */
public final class AdamW {

    private static final double MEAN_DECAY = 0.9;
    private static final double SQUARE_DECAY = 0.95;
    private static final double EPSILON = 1e-8;
    private static final double WEIGHT_DECAY = 0.02;
    private static final double LONGEST = 1.0;
    private static final int MOST_SKIPPED = 10;

    private final NDManager manager;
    private final Weights weights;
    private final Map<String, NDArray> means = new LinkedHashMap<>();
    private final Map<String, NDArray> squares = new LinkedHashMap<>();
    private int skipped;

    public AdamW(NDManager manager, Weights weights) {
        this.manager = manager;
        this.weights = weights;
    }

    /** Running means of the gradients, by weight. */
    public Map<String, NDArray> means() {
        return means;
    }

    /** Running means of the squared gradients, by weight. */
    public Map<String, NDArray> squares() {
        return squares;
    }

    /**
     * One step down the gradients that the weights hold, which are then cleared; weights without one stay.
     *
     * @param step from 1; it corrects the young means
     * @param rates the learning rate of each weight, by name
     * @return the gradient's norm before clipping; where it is not finite, the weights are as they were
     * @throws ArithmeticException where more than ten steps in a row had no finite gradient
     */
    public double step(long step, ToDoubleFunction<String> rates) {
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        weights.arrays().forEach((name, weight) -> {
            if (weight.hasGradient()) {
                gradients.put(name, weight.getGradient());
            }
        });
        double norm = norm(gradients);
        if (!Double.isFinite(norm)) {
            skip(step, norm, gradients);
            return norm;
        }
        skipped = 0;
        double clip = Math.min(1, LONGEST / (norm + 1e-6));
        double meanCorrection = 1 - Math.pow(MEAN_DECAY, (double) step);
        double squareCorrection = Math.sqrt(1 - Math.pow(SQUARE_DECAY, (double) step));
        weights.arrays().forEach((name, weight) -> {
            NDArray gradient = gradients.get(name);
            if (gradient == null) {
                return;
            }
            NDArray mean = means.computeIfAbsent(name, absent -> zeros(weight));
            NDArray square = squares.computeIfAbsent(name, absent -> zeros(weight));
            double learningRate = rates.applyAsDouble(name);
            gradient.muli(clip);
            mean.muli(MEAN_DECAY).addi(gradient.mul(1 - MEAN_DECAY));
            square.muli(SQUARE_DECAY).addi(gradient.square().muli(1 - SQUARE_DECAY));
            if (weight.getShape().dimension() > 1) {
                weight.muli(1 - learningRate * WEIGHT_DECAY);
            }
            NDArray deviation = square.sqrt().addi(EPSILON * squareCorrection);
            weight.subi(mean.div(deviation).muli(learningRate * squareCorrection / meanCorrection));
            gradient.muli(0); // the engine adds the next one to what is left here
        });
        return norm;
    }

    private void skip(long step, double norm, Map<String, NDArray> gradients) {
        skipped++;
        if (skipped > MOST_SKIPPED) {
            throw new ArithmeticException(
                    "Gradients must be finite, but their norm was %s at step %d and the %d before it; the weights are as they were before those."
                            .formatted(norm, step, MOST_SKIPPED));
        }
        NDIndex all = new NDIndex("...");
        gradients.values().forEach(gradient -> gradient.set(all, 0)); // zero times NaN would stay NaN
    }

    private NDArray zeros(NDArray weight) {
        NDArray zeros = manager.zeros(weight.getShape());
        NDScope.unregister(zeros); // made within a step, it outlives the step
        return zeros;
    }

    private static double norm(Map<String, NDArray> gradients) {
        List<NDArray> squares = new ArrayList<>();
        gradients
                .values()
                .forEach(gradient -> squares.add(gradient.square().sum().reshape(1)));
        return Math.sqrt(NDArrays.concat(new NDList(squares)).sum().getFloat());
    }
}
