package dev.specula.bench.denoising;

import dev.specula.denoise.Condition;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoiserSpec;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.NoiseLevels;
import dev.specula.denoise.Steps;

/** A model whose data are Gaussian about 0 with deviation 2, so that the clean estimate is known. */
final class WideGaussian implements DenoisingModel {
    private static final int DIMENSION = 2;
    private static final int STEPS = 24;
    private static final double VARIANCE = 4;

    private final NoiseLevels levels = NoiseLevels.cosine(STEPS);
    private final Steps steps = Steps.ddpm(levels);
    private final double error;

    /** Estimates everything too high by {@code error}. */
    WideGaussian(double error) {
        this.error = error;
    }

    @Override
    public DenoiserSpec spec() {
        return new DenoiserSpec("wide", DIMENSION, 1, 1, false, false, false, 0);
    }

    @Override
    public Steps steps() {
        return steps;
    }

    @Override
    public Denoiser open(Condition condition) {
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
                for (int i = 0; i < rows * DIMENSION; i++) {
                    double signal = levels.signal(at[i / DIMENSION]);
                    double noise = levels.noise(at[i / DIMENSION]);
                    into[i] = signal * VARIANCE / (signal * signal * VARIANCE + noise * noise) * states[i] + error;
                }
            }
        };
    }
}
