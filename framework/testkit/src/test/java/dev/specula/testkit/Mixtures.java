package dev.specula.testkit;

import dev.specula.denoise.NoiseLevels;
import dev.specula.denoise.Steps;

/** Data with three clusters in the plane, and samplers of it. */
final class Mixtures {
    private static final double[] WEIGHTS = {0.5, 0.3, 0.2};
    private static final double[][] MEANS = {{1.5, 0}, {-1, 1.2}, {-0.5, -1.5}};

    private Mixtures() {}

    /** Ancestral sampling. */
    static GaussianMixture ddpm(int steps, double deviation) {
        return ddim(steps, 1, deviation);
    }

    /** Between deterministic and ancestral sampling. */
    static GaussianMixture ddim(int steps, double eta, double deviation) {
        NoiseLevels levels = cosine(steps);
        return of(levels, Steps.ddim(levels, eta), deviation);
    }

    /** Falling noise at signal 1, from 20 down to .02, then to 0. */
    static GaussianMixture eulerAncestral(int steps, double eta, double deviation) {
        double[] sigmas = new double[steps + 1];
        for (int i = 0; i < steps; i++) {
            sigmas[i] = 20 * Math.pow(0.001, i / (double) (steps - 1));
        }
        return of(NoiseLevels.varianceExploding(sigmas), Steps.eulerAncestral(eta, sigmas), deviation);
    }

    /** Flow matching with noise. */
    static GaussianMixture flow(int steps, double churn, double deviation) {
        double[] times = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            times[i] = 1 - i / (double) steps;
        }
        return of(NoiseLevels.straight(times), Steps.stochasticFlow(churn, times), deviation);
    }

    private static GaussianMixture of(NoiseLevels levels, Steps steps, double deviation) {
        return new GaussianMixture(levels, steps, WEIGHTS, MEANS, deviation);
    }

    private static NoiseLevels cosine(int steps) {
        double[] times = new double[steps + 1];
        double[] alphaBar = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            times[i] = 1 - i / (double) steps;
            double angle = Math.cos(Math.PI / 2 * 0.995 * times[i]);
            alphaBar[i] = angle * angle;
        }
        return NoiseLevels.variancePreserving(times, alphaBar);
    }
}
