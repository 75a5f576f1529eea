package dev.specula.onnx;

import dev.specula.denoise.Condition;
import dev.specula.denoise.FeatureDenoiser;
import dev.specula.denoise.Steps;
import java.nio.FloatBuffer;

/**
 * A denoiser of one request. Under guidance each state is two rows of a call, with and without the condition, which costs less
 * than two calls.
 */
final class OnnxDenoiser implements FeatureDenoiser {
    private final OnnxDenoisingModel model;
    private final DenoiserParts parts;
    private final DenoiserMemory memory;
    private final Condition condition;
    private final double guidance;
    private final int branches;

    OnnxDenoiser(OnnxDenoisingModel model, DenoiserMemory memory, Condition condition, double guidance) {
        this.model = model;
        this.parts = model.parts();
        this.memory = memory;
        this.condition = condition;
        this.guidance = guidance;
        this.branches = guidance == 1 ? 1 : 2;
    }

    @Override
    public int dimension() {
        return parts.spec().dimension();
    }

    @Override
    public Steps steps() {
        return parts.steps();
    }

    @Override
    public boolean learnsVariance() {
        return parts.spec().learnsVariance();
    }

    @Override
    public int features() {
        return parts.features() * outputs();
    }

    @Override
    public int outputs() {
        return branches * parts.featureSize();
    }

    @Override
    public void clean(int rows, double[] states, int[] at, double[] into) {
        DenoiserCall call = memory.call(rows * branches);
        write(rows, states, at);
        call.whole(model.graph(DenoiserFormat.WHOLE));
        estimate(rows, states, at, into);
    }

    @Override
    public void cleanWithFeatures(double[] state, int step, float[] features, double[] into) {
        DenoiserCall call = memory.callWithFeatures(branches);
        write(state, step);
        call.wholeWithFeatures(model.graph(DenoiserFormat.WHOLE));
        call.features().all().get(0, features);
        estimate(0, state, step, into);
    }

    @Override
    public void cleanFromFeatures(double[] state, int step, float[] features, double[] into) {
        DenoiserCall call = memory.callWithFeatures(branches);
        write(state, step);
        call.features().all().put(0, features);
        call.forecast(model.graph(DenoiserFormat.FORECAST));
        estimate(0, state, step, into);
    }

    @Override
    public void lastBlock(double[] state, int step, float[] features, float[] forecast, float[] computed) {
        DenoiserCall call = memory.callWithFeatures(branches);
        write(state, step);
        call.features().all().put(0, features);
        call.last(model.graph(DenoiserFormat.LAST));
        call.features().forecast().get(0, forecast);
        call.features().computed().get(0, computed);
    }

    private void write(int rows, double[] states, int[] at) {
        for (int row = 0; row < rows; row++) {
            write(row, rows, states, at[row]);
        }
    }

    private void write(double[] state, int step) {
        write(0, 1, state, step);
    }

    /** Writes a row of {@code rows} and its likes without condition, which follow after all with it. */
    private void write(int row, int rows, double[] states, int step) {
        int dimension = dimension();
        FloatBuffer written = memory.states();
        float time = (float) parts.levels().time(step);
        for (int branch = 0; branch < branches; branch++) {
            int to = branch * rows + row;
            for (int i = 0; i < dimension; i++) {
                written.put(to * dimension + i, (float) states[row * dimension + i]);
            }
            memory.times().put(to, time);
            for (int i = 0; i < condition.size(); i++) {
                float told = branch == 0 ? condition.number(i) : parts.untold().get(i);
                memory.conditions().put(to * condition.size() + i, told);
            }
        }
    }

    private void estimate(int rows, double[] states, int[] at, double[] into) {
        for (int row = 0; row < rows; row++) {
            estimate(row, rows, states, at[row], into);
        }
    }

    private void estimate(int row, double[] states, int step, double[] into) {
        estimate(row, 1, states, step, into);
    }

    /** The clean estimate is {@code signal * state - noise * velocity}. */
    private void estimate(int row, int rows, double[] states, int step, double[] into) {
        int dimension = dimension();
        FloatBuffer velocities = memory.velocities();
        double signal = parts.levels().signal(step);
        double noise = parts.levels().noise(step);
        int without = rows * dimension; // from a velocity to its like without condition
        for (int i = row * dimension; i < (row + 1) * dimension; i++) {
            double velocity = velocities.get(i);
            if (branches == 2) {
                double untold = velocities.get(i + without);
                velocity = untold + guidance * (velocity - untold);
            }
            into[i] = signal * states[i] - noise * velocity;
        }
    }

    @Override
    public void close() {
        model.release(memory);
    }
}
