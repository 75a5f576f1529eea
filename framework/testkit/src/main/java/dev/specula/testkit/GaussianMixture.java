package dev.specula.testkit;

import dev.specula.denoise.Denoiser;
import dev.specula.denoise.NoiseLevels;
import dev.specula.denoise.Steps;

/**
 * The exact denoiser of data that is a mixture of round Gaussians: its clean estimate is the expectation of the data given the
 * state, in closed form. Counts its calls.
 */
public final class GaussianMixture implements Denoiser {
    private final NoiseLevels levels;
    private final Steps steps;
    private final double[] weights; // (components,)
    private final double[][] means; // (components, dimension)
    private final double deviation; // of the data about each mean
    private final double[] shares; // (components,)
    private int calls;
    private int rows;

    /**
     * Denoises states at {@code levels} for the sampler {@code steps}.
     *
     * @param weights of shape (components,), adding up to 1
     * @param means of shape (components, dimension)
     * @param deviation standard deviation of each component in each coordinate
     */
    public GaussianMixture(NoiseLevels levels, Steps steps, double[] weights, double[][] means, double deviation) {
        this.levels = levels;
        this.steps = steps;
        this.weights = weights.clone();
        this.means = means.clone();
        this.deviation = deviation;
        this.shares = new double[weights.length];
    }

    @Override
    public int dimension() {
        return means[0].length;
    }

    @Override
    public Steps steps() {
        return steps;
    }

    @Override
    public void clean(int states, double[] values, int[] at, double[] into) {
        calls++;
        rows += states;
        for (int row = 0; row < states; row++) {
            clean(values, row * dimension(), at[row], into);
        }
    }

    private void clean(double[] states, int offset, int step, double[] into) {
        double signal = levels.signal(step);
        double noise = levels.noise(step);
        double variance = signal * signal * deviation * deviation + noise * noise;
        double likeliest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < weights.length; c++) {
            double squared = 0;
            for (int i = 0; i < dimension(); i++) {
                double apart = states[offset + i] - signal * means[c][i];
                squared += apart * apart;
            }
            shares[c] = Math.log(weights[c]) - squared / (2 * variance);
            likeliest = Math.max(likeliest, shares[c]);
        }
        double sum = 0;
        for (int c = 0; c < weights.length; c++) {
            shares[c] = Math.exp(shares[c] - likeliest);
            sum += shares[c];
        }
        double trust = signal * deviation * deviation / variance;
        for (int i = 0; i < dimension(); i++) {
            double mean = 0;
            for (int c = 0; c < weights.length; c++) {
                double given = means[c][i] + trust * (states[offset + i] - signal * means[c][i]);
                mean += shares[c] / sum * given;
            }
            into[offset + i] = mean;
        }
    }

    /** Calls so far, of any number of states. */
    public int calls() {
        return calls;
    }

    /** States estimated so far. */
    public int rows() {
        return rows;
    }
}
