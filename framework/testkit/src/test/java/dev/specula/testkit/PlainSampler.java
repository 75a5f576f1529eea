package dev.specula.testkit;

import dev.specula.denoise.Denoiser;
import dev.specula.denoise.Steps;
import dev.specula.noise.Noise;

/** The sampler from the formula, one call a step: what speculation is compared with. */
final class PlainSampler {
    private PlainSampler() {}

    static double[] sample(Denoiser denoiser, Noise noise) {
        Steps steps = denoiser.steps();
        double[] state = steps.start(denoiser.dimension(), noise);
        double[] clean = new double[state.length];
        for (int step = 0; step < steps.count(); step++) {
            denoiser.clean(1, state, new int[] {step}, clean);
            for (int i = 0; i < state.length; i++) {
                double mean = steps.mean(step, state[i], clean[i]);
                double deviation = steps.deviation(step);
                state[i] = deviation == 0 ? mean : mean + deviation * noise.gaussian(Noise.Use.STATE, step + 1, i);
            }
        }
        return state;
    }
}
