package dev.specula.denoise;

/**
 * Drafts with a denoiser of its own, one call for each drafted state, in the steps of the target (the independent draft model
 * of De Bortoli et al. 2025, arXiv:2501.05370). Deviations are the target's, so a draft that learned a variance does too.
 */
public final class SmallerDenoiser implements Drift {
    private final Denoiser draft;
    private final double[] state; // (dimension,)
    private final int[] at = new int[1];

    /** Drafts with {@code draft}, which is told the target's steps by their number; closes it with itself. */
    public SmallerDenoiser(Denoiser draft) {
        this.draft = draft;
        this.state = new double[draft.dimension()];
    }

    @Override
    public boolean drafts(Trajectory path) {
        if (path.dimension() != state.length
                || path.steps().count() != draft.steps().count()) {
            throw new IllegalArgumentException(
                    "A draft must have the states and the steps of its target, but its states"
                            + " have " + state.length + " numbers where the target's have " + path.dimension()
                            + ", and it takes "
                            + draft.steps().count() + " steps where the target takes "
                            + path.steps().count() + ".");
        }
        return true;
    }

    @Override
    public void mean(Trajectory path, double[] into) {
        int node = path.last();
        at[0] = path.step(node);
        for (int i = 0; i < state.length; i++) {
            state[i] = path.state(node, i);
        }
        draft.clean(1, state, at, into);
        for (int i = 0; i < into.length; i++) {
            into[i] = path.steps().mean(at[0], state[i], into[i]);
        }
    }

    @Override
    public void close() {
        draft.close();
    }
}
