package dev.specula.denoise;

/**
 * Drafts with the target's last clean estimate as if later states had the same: each step's own formula on the drafted state.
 * No draft model. In the time of stochastic localisation the increments of an ancestral sampler are exchangeable, so the
 * estimate at hand has the right expectation for all later steps (autospeculation, Hu, Das, Sadigh, Anari 2025,
 * arXiv:2505.03983); in De Bortoli et al. 2025, arXiv:2501.05370, it is a variant of the frozen target.
 *
 * <p>Both papers compute the estimate of a round's first state by a call of its own, which is {@link Freshness#RECOMPUTED}.
 */
public final class FrozenEstimate implements Drift {
    private final Freshness freshness;

    /** Freezes the estimate that {@code freshness} says. */
    public FrozenEstimate(Freshness freshness) {
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
            into[i] = path.steps().mean(step, path.state(node, i), path.estimateBefore(i));
        }
    }
}
