package dev.specula.diffusion;

import dev.specula.denoise.Condition;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoiserSpec;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.NoiseLevels;
import dev.specula.denoise.Steps;

/** A model whose data is Gaussian about its condition, so that the clean estimate is known; counts its calls. */
final class GaussianModel implements DenoisingModel {
    static final int DIMENSION = 4;

    private static final double VARIANCE = 0.04;

    private final Steps steps;
    private final boolean learnsVariance;
    private int calls;
    private int open;

    GaussianModel(Steps steps) {
        this(steps, false);
    }

    private GaussianModel(Steps steps, boolean learnsVariance) {
        this.steps = steps;
        this.learnsVariance = learnsVariance;
    }

    GaussianModel learningVariance() {
        return new GaussianModel(steps, true);
    }

    int calls() {
        return calls;
    }

    int open() {
        return open;
    }

    @Override
    public DenoiserSpec spec() {
        return new DenoiserSpec("gaussian", DIMENSION, 1, 1, false, false, learnsVariance, 0);
    }

    @Override
    public Steps steps() {
        return steps;
    }

    @Override
    public Denoiser open(Condition condition) {
        open++;
        return new Denoiser() {
            @Override
            public int dimension() {
                return DIMENSION;
            }

            @Override
            public Steps steps() {
                return steps;
            }

            @Override
            public void clean(int rows, double[] states, int[] at, double[] into) {
                calls++;
                NoiseLevels levels = NoiseLevels.cosine(steps.count());
                for (int i = 0; i < rows * DIMENSION; i++) {
                    double signal = levels.signal(at[i / DIMENSION]);
                    double noise = levels.noise(at[i / DIMENSION]);
                    double gain = signal * VARIANCE / (signal * signal * VARIANCE + noise * noise);
                    into[i] = condition.number(0) + gain * (states[i] - signal * condition.number(0));
                }
            }

            @Override
            public boolean learnsVariance() {
                return learnsVariance;
            }

            @Override
            public void close() {
                open--;
            }
        };
    }
}
