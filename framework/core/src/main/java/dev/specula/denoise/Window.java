package dev.specula.denoise;

import dev.specula.model.IncompatibleModelsException;
import dev.specula.noise.Noise;

/** Drafts one state after the other, up to a longest window. Immutable. */
public final class Window {
    private final int states;

    /**
     * Drafts of at most {@code states} states; with the target's own step after them, windows of {@code states + 1} steps (the
     * theta of autospeculation).
     */
    public Window(int states) {
        if (states < 1) {
            throw new IllegalArgumentException("A window must hold at least 1 drafted state, but was " + states
                    + "; a schedule of 0 runs the plain sampler.");
        }
        this.states = states;
    }

    /**
     * {@code target}, if states can be drafted for it.
     *
     * @throws IncompatibleModelsException if it learned the variance of its steps, or no step has noise
     */
    public static DenoisingModel requireNoise(DenoisingModel target) {
        String name = "\"" + target.spec().name() + "\"";
        if (target.spec().learnsVariance()) {
            throw new IncompatibleModelsException(
                    "A coupling needs steps whose variance is the schedule's, but " + name
                            + " learned one: draft and target would be Gaussians of two widths. Use a model of fixed variance.");
        }
        Steps steps = target.steps();
        for (int step = 0; step < steps.count(); step++) {
            if (!steps.isCertain(step)) {
                return target;
            }
        }
        throw new IncompatibleModelsException("Drafting needs steps with noise, but no step of " + name
                + " has any. Sample it with an eta or a churn above 0, or forecast features.");
    }

    /** Adds at most {@code budget} states to {@code path}. */
    public void draft(Trajectory path, Drift drift, int budget, Noise noise) {
        for (int left = Math.min(budget, states); left > 0 && drift.drafts(path); left--) {
            path.add(drift, noise);
        }
    }
}
