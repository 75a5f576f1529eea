package dev.specula.denoise;

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

    /** Adds at most {@code budget} states to {@code path}. */
    public void draft(Trajectory path, Drift drift, int budget, Noise noise) {
        for (int left = Math.min(budget, states); left > 0 && drift.drafts(path); left--) {
            path.add(drift, noise);
        }
    }
}
