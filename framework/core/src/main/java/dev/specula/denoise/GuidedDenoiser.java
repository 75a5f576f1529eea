package dev.specula.denoise;

/**
 * Classifier-free guidance (Ho, Salimans 2022, arXiv:2207.12598): the estimate with the condition, pushed further away from
 * the one without, {@code conditional + (scale - 1) * (conditional - unconditional)}. Guiding the estimate is the same as
 * guiding noise or velocity, since all are linear in each other, and leaves the deviation of steps alone. Two calls of the
 * network; a network that takes both conditions as rows of one call does better with a denoiser of its own.
 */
public final class GuidedDenoiser implements Denoiser {
    private final Denoiser conditional;
    private final Denoiser unconditional;
    private final double scale;
    private double[] without = new double[0]; // (rows, dimension)

    /**
     * Guides {@code conditional}; closes both with itself.
     *
     * @param scale at least 0; 1 is the conditional estimate itself
     */
    public GuidedDenoiser(Denoiser conditional, Denoiser unconditional, double scale) {
        if (!(scale >= 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The guidance scale must be at least 0, but was " + scale + "; 1 is no guidance.");
        }
        if (conditional.dimension() != unconditional.dimension()) {
            throw new IllegalArgumentException("Guidance needs two denoisers of one kind of state, but states have "
                    + conditional.dimension() + " numbers with the condition and " + unconditional.dimension()
                    + " without.");
        }
        this.conditional = conditional;
        this.unconditional = unconditional;
        this.scale = scale;
    }

    @Override
    public int dimension() {
        return conditional.dimension();
    }

    @Override
    public Steps steps() {
        return conditional.steps();
    }

    @Override
    public void clean(int rows, double[] states, int[] at, double[] into) {
        int numbers = rows * dimension();
        if (without.length < numbers) {
            without = new double[numbers];
        }
        conditional.clean(rows, states, at, into);
        unconditional.clean(rows, states, at, without);
        for (int i = 0; i < numbers; i++) {
            into[i] += (scale - 1) * (into[i] - without[i]);
        }
    }

    @Override
    public boolean learnsVariance() {
        return conditional.learnsVariance() || unconditional.learnsVariance();
    }

    @Override
    public void close() {
        conditional.close();
        unconditional.close();
    }
}
