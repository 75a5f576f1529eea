package dev.specula.bench.denoising;

import dev.specula.denoise.Condition;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.ForecastDenoiser;
import dev.specula.plan.DenoisingPipeline;

/**
 * A denoising pipeline under test and its target. Both belong to whoever made them.
 *
 * @param pipeline that drafts or forecasts
 * @param target that it does so for
 */
public record StatesSubject(DenoisingPipeline pipeline, DenoisingModel target) {
    /** Name of the pipeline in reports. */
    public String key() {
        return pipeline.description().key();
    }

    /** Whether it forecasts features. One that does not drafts states, and the length of a window means something. */
    public boolean forecasts() {
        try (Denoiser any = pipeline.open(Condition.of(new float[target.spec().conditions()]))) {
            return any instanceof ForecastDenoiser;
        }
    }
}
