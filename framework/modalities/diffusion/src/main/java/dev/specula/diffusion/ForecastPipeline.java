package dev.specula.diffusion;

import dev.specula.denoise.Condition;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.DenoisingRun;
import dev.specula.denoise.FeatureForecast;
import dev.specula.denoise.Reflection;
import dev.specula.denoise.Trajectory;
import dev.specula.noise.Noise;
import dev.specula.plan.PipelineDescription;
import dev.specula.token.FixedSchedule;

/** Forecasts the features of some steps instead of computing them: an approximation of the plain sampler. */
final class ForecastPipeline extends StatePipeline {
    private static final Reflection UNUSED = new Reflection(); // nothing is drafted, so nothing is judged

    private final DenoisingModel target;
    private final FeatureForecast forecast;

    /**
     * A pipeline over {@code target}, which the caller closes.
     *
     * @throws dev.specula.model.IncompatibleModelsException if the target shows no features
     */
    ForecastPipeline(PipelineDescription description, DenoisingModel target, FeatureForecast forecast) {
        super(description, new FixedSchedule(0), FeatureForecast.requireFeatures(target));
        this.target = target;
        this.forecast = forecast;
    }

    @Override
    public Denoiser open(Condition condition) {
        return forecast.over(target.openWithFeatures(condition));
    }

    @Override
    public void denoise(Condition condition, DenoisingRun run, Noise noise) {
        while (run.goesOn()) {
            Trajectory path = run.path();
            run.verify(path);
            run.commit(path, path.land(UNUSED, noise));
        }
    }
}
