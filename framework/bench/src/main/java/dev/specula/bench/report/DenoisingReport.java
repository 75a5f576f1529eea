package dev.specula.bench.report;

import dev.specula.denoise.DenoiserSpec;
import java.util.List;

/**
 * The denoising pipelines of a benchmark that was run.
 *
 * @param models that took part
 * @param pipelines their results
 */
public record DenoisingReport(List<MeasuredDenoiser> models, List<DenoisingResult> pipelines) {
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
