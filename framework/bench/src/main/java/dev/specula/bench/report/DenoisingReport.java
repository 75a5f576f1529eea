package dev.specula.bench.report;

import dev.specula.denoise.DenoiserSpec;
import java.util.List;

/**
 * A benchmark of denoising that was run.
 *
 * @param seed of the noise
 * @param machine it ran on
 * @param models that took part
 * @param pipelines their results
 */
public record DenoisingReport(
        long seed, Machine machine, List<MeasuredDenoiser> models, List<DenoisingResult> pipelines) {
    /** Copies the lists. */
    public DenoisingReport {
        models = List.copyOf(models);
        pipelines = List.copyOf(pipelines);
    }

    /**
     * A model and what its calls cost.
     *
     * @param constants of the model
     * @param millisOfOne of a call over one state
     * @param costCurve v(n) for n = 1, 2, …: a call over n states over one over one
     */
    public record MeasuredDenoiser(DenoiserSpec constants, double millisOfOne, List<Double> costCurve) {
        /** Copies the list. */
        public MeasuredDenoiser {
            costCurve = List.copyOf(costCurve);
        }
    }
}
