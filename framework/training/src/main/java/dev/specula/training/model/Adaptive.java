package dev.specula.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;

/**
 * Layers that a condition steers through shift, scale and gate (adaLN-Zero, Peebles and Xie 2023): what is not trained yet
 * adds nothing.
 */
public final class Adaptive {

    /** Waves that a time is told by; half as many frequencies, a sine and a cosine each. */
    public static final int WAVES = 128;

    static final float EPSILON = 1e-6f;

    /** The highest frequency of those waves: radians over the time from data to noise. The lowest is 1. */
    public static final double HIGHEST = 1000;

    private final Weights weights;

    Adaptive(Weights weights) {
        this.weights = weights;
    }

    NDArray linear(NDArray x, String name, long out) {
        long in = x.getShape().getLastDimension();
        return Ops.linear(x, weights.linear(name + ".weight", out, in), weights.constant(name + ".bias", 0, out));
    }

    /** A linear layer that starts at zero. */
    NDArray zero(NDArray x, String name, long out) {
        long in = x.getShape().getLastDimension();
        return Ops.linear(x, weights.constant(name + ".weight", 0, out, in), weights.constant(name + ".bias", 0, out));
    }

    /** Times {@code (batch, 1)} as waves {@code (batch, WAVES)}: sines, then cosines, of rising frequency. */
    static NDArray waves(NDArray times) {
        float[] frequencies = new float[WAVES / 2];
        for (int index = 0; index < frequencies.length; index++) {
            frequencies[index] = (float) Math.pow(HIGHEST, (double) index / (frequencies.length - 1));
        }
        NDArray angles = times.mul(times.getManager().create(frequencies));
        return NDArrays.concat(new NDList(angles.sin(), angles.cos()), 1);
    }

    /** Shifts, scales and gates {@code (batch, hidden)}, as many as {@code parts}. */
    NDList modulation(NDArray condition, String name, long hidden, int parts) {
        return zero(condition, name, hidden * parts).split(parts, 1);
    }

    /** {@code x} normalised, stretched and moved. */
    NDArray norm(NDArray x, String name, NDArray shift, NDArray scale) {
        long hidden = x.getShape().getLastDimension();
        return Ops.layerNorm(
                        x,
                        weights.constant(name + ".weight", 1, hidden),
                        weights.constant(name + ".bias", 0, hidden),
                        EPSILON)
                .mul(scale.add(1))
                .add(shift);
    }
}
