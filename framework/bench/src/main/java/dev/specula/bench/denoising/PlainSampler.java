package dev.specula.bench.denoising;

import dev.specula.denoise.Condition;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.Steps;
import dev.specula.noise.Noise;

/** The sampler straight from its formula, a call a step, without rounds: what pipelines are held to. */
final class PlainSampler {
    private PlainSampler() {}

    /** The state of {@code seed} under {@code condition}, of shape (dimension,). */
    static double[] draw(DenoisingModel model, Condition condition, long seed) {
        Noise noise = Noise.seeded(seed);
        try (Denoiser denoiser = model.open(condition)) {
            Steps steps = denoiser.steps();
            double[] state = steps.start(denoiser.dimension(), noise);
            double[] clean = new double[state.length];
            for (int step = 0; step < steps.count(); step++) {
                denoiser.clean(1, state, new int[] {step}, clean);
                double deviation = steps.deviation(step);
                for (int i = 0; i < state.length; i++) {
                    double mean = steps.mean(step, state[i], clean[i]);
                    state[i] = deviation == 0 ? mean : mean + deviation * noise.gaussian(Noise.Use.STATE, step + 1, i);
                }
            }
            return state;
        }
    }
}
