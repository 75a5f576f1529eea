package dev.specula.diffusion;

import dev.specula.denoise.Condition;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.DenoisingRun;
import dev.specula.denoise.FeatureForecast;
import dev.specula.denoise.Reflection;
import dev.specula.denoise.Trajectory;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.noise.Noise;
import dev.specula.plan.PipelineDescription;
import dev.specula.token.FixedSchedule;

/** Forecasts the features of some steps instead of computing them: an approximation of the plain sampler. */
final class ForecastPipeline extends DenoisingPipeline {
    private static final Reflection UNUSED = new Reflection(); // nothing is drafted, so nothing is judged

    private final FeatureForecast forecast;

    /**
     * A pipeline over {@code target}, which the caller closes.
     *
     * @throws IncompatibleModelsException if the target shows no features
     */
    ForecastPipeline(PipelineDescription description, DenoisingModel target, FeatureForecast forecast) {
        super(description, new FixedSchedule(0), target);
        this.forecast = forecast;
        if (!target.spec().showsFeatures()) {
            throw new IncompatibleModelsException("Forecasts need a model whose blocks show what they add, but \""
                    + target.spec().name()
                    + "\" shows nothing; draft for it instead, for example by a frozen estimate.");
        }
    }

    @Override
    Denoiser open(DenoisingModel model, Condition condition) {
        return forecast.over(model.openWithFeatures(condition));
    }

    @Override
    void denoise(DenoisingRun run, Noise noise) {
        while (run.goesOn()) {
            Trajectory path = run.path();
            run.verify(path);
            run.commit(path, path.land(UNUSED, noise));
        }
    }
}
