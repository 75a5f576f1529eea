package dev.specula.denoise;

/** Estimates a share of the state. */
final class LinearDenoiser implements Denoiser {
    private final Steps steps;
    private final double share;
    private final int dimension;
    private boolean learnsVariance;
    private boolean closed;

    LinearDenoiser(Steps steps, int dimension, double share) {
        this.steps = steps;
        this.dimension = dimension;
        this.share = share;
    }

    LinearDenoiser learningVariance() {
        learnsVariance = true;
        return this;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public Steps steps() {
        return steps;
    }

    @Override
    public void clean(int rows, double[] states, int[] at, double[] into) {
        for (int i = 0; i < rows * dimension; i++) {
            into[i] = share * states[i];
        }
    }

    @Override
    public boolean learnsVariance() {
        return learnsVariance;
    }

    @Override
    public void close() {
        closed = true;
    }
}
