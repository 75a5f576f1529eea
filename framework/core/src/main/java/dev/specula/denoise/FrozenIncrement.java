package dev.specula.denoise;

/**
 * Drafts with the increments that the target's last estimate gives at the state it was made for, added to the drafted states:
 * the frozen target of De Bortoli et al. 2025, arXiv:2501.05370 (their {@code b} at the start of the window). No draft model.
 * Kept less often than {@link FrozenEstimate}, much less where data keeps to a few narrow places.
 *
 * <p>The paper freezes the time as well; here each increment has the coefficients of its own step. The paper's own call for the
 * start of each window is {@link Freshness#RECOMPUTED}.
 */
public final class FrozenIncrement implements Drift {
    private final Freshness freshness;

    /** Freezes the increments of the state that {@code freshness} says. */
    public FrozenIncrement(Freshness freshness) {
        this.freshness = freshness;
    }

    @Override
    public boolean drafts(Trajectory path) {
        return freshness.drafts(path);
    }

    @Override
    public void mean(Trajectory path, double[] into) {
        int node = path.last();
        int step = path.step(node);
        for (int i = 0; i < into.length; i++) {
            double before = path.stateBefore(i);
            double increment = path.steps().mean(step, before, path.estimateBefore(i)) - before;
            into[i] = path.state(node, i) + increment;
        }
    }
}
