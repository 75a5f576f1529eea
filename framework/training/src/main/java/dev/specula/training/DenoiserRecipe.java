package dev.specula.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.specula.training.data.NoisyBatch;
import dev.specula.training.model.AdamW;
import dev.specula.training.model.VelocityNetwork;
import dev.specula.training.model.Weights;

/** Teaches a denoiser the velocity of noisy examples: one step at a time, its learning rate a function of the step. */
final class DenoiserRecipe {

    private final VelocityNetwork network;
    private final Weights weights;
    private final AdamW optimiser;
    private final Schedule schedule;

    DenoiserRecipe(VelocityNetwork network, Weights weights, Schedule schedule) {
        this.network = network;
        this.weights = weights;
        this.optimiser = new AdamW(weights.manager(), weights);
        this.schedule = schedule;
    }

    /**
     * What a step showed.
     *
     * @param loss mean square error of the velocity, about 1 before the first step
     * @param norm of the gradient before clipping
     */
    record Report(double loss, double norm) {}

    Weights weights() {
        return weights;
    }

    AdamW optimiser() {
        return optimiser;
    }

    VelocityNetwork network() {
        return network;
    }

    /** One step; {@code step} counts from 0. */
    Report step(long step, NoisyBatch batch) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray loss;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                loss = error(batch);
                collector.backward(loss);
            }
            double norm = optimiser.step(step + 1, name -> schedule.rate(step));
            return new Report(loss.getFloat(), norm);
        }
    }

    /** The loss over {@code batch}, without learning. */
    double loss(NoisyBatch batch) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return error(batch).getFloat();
        }
    }

    private NDArray error(NoisyBatch batch) {
        NDManager manager = weights.manager();
        Shape states = network.states(batch.count());
        NDArray said = network.velocity(
                manager.create(batch.states(), states),
                manager.create(batch.times(), new Shape(batch.count(), 1)),
                manager.create(batch.conditions(), new Shape(batch.count(), network.conditions())));
        return said.sub(manager.create(batch.velocities(), states)).square().mean();
    }
}
