package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import dev.specula.denoise.NoiseLevels;
import dev.specula.denoise.Steps;
import dev.specula.training.model.VelocityNetwork;
import java.util.SplittableRandom;

/** Draws many examples from a network at once, by the plain sampler: to measure it, not to be fast. */
final class DenoisingSampler {

    private final VelocityNetwork network;
    private final NDManager manager;
    private final NoiseLevels levels;
    private final Steps steps;

    DenoisingSampler(VelocityNetwork network, int steps, double eta, NDManager manager) {
        this.network = network;
        this.manager = manager;
        this.levels = NoiseLevels.cosine(steps);
        this.steps = Steps.ddim(levels, eta);
    }

    /** Draws an example for each row of {@code conditions (count, conditions)}; all of them in one array. */
    float[] draw(float[] conditions, long seed) {
        int count = conditions.length / network.conditions();
        Shape shape = network.states(count);
        SplittableRandom random = new SplittableRandom(seed);
        float[] state = gaussian(shape, random);
        for (int step = 0; step < steps.count(); step++) {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                float signal = (float) levels.signal(step);
                float noise = (float) levels.noise(step);
                NDArray states = manager.create(state, shape);
                NDArray times = manager.full(new Shape(count, 1), (float) steps.time(step));
                NDArray told = manager.create(conditions, new Shape(count, network.conditions()));
                float[] velocity = network.velocity(states, times, told).toFloatArray();
                float[] drawn = steps.isCertain(step) ? new float[state.length] : gaussian(shape, random);
                for (int i = 0; i < state.length; i++) {
                    double clean = signal * state[i] - noise * velocity[i];
                    state[i] = (float) (steps.mean(step, state[i], clean) + steps.deviation(step) * drawn[i]);
                }
            }
        }
        return state;
    }

    private static float[] gaussian(Shape shape, SplittableRandom random) {
        float[] drawn = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (float) random.nextGaussian();
        }
        return drawn;
    }
}
