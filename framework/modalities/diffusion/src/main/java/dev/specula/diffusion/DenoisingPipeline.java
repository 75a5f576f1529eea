package dev.specula.diffusion;

import dev.specula.denoise.Condition;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoiserSpec;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.DenoisingRun;
import dev.specula.denoise.ForecastDenoiser;
import dev.specula.denoise.StepListener;
import dev.specula.noise.Noise;
import dev.specula.plan.PipelineDescription;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Schedule;

/** Everything between a request and its rounds. The model belongs to whoever made it. */
abstract class DenoisingPipeline implements Denoising {
    private final PipelineDescription description;
    private final Schedule schedule;
    private final DenoisingModel target;

    DenoisingPipeline(PipelineDescription description, Schedule schedule, DenoisingModel target) {
        this.description = description;
        this.schedule = schedule;
        this.target = target;
    }

    @Override
    public final PipelineDescription description() {
        return description;
    }

    @Override
    public final DenoiserSpec model() {
        return target.spec();
    }

    @Override
    public final Denoised draw(DenoisingRequest request, StepListener listener) {
        long start = System.nanoTime();
        boolean isPlain = request.drafting() == DenoisingRequest.Drafting.OFF;
        Noise noise = Noise.seeded(request.seed());
        try (Denoiser main = isPlain ? target.open(request.condition()) : open(target, request.condition())) {
            DenoisingRun run = new DenoisingRun(
                    main,
                    main.steps().start(main.dimension(), noise),
                    isPlain ? new FixedSchedule(0) : schedule,
                    listener);
            denoise(run, noise);
            int calls = main instanceof ForecastDenoiser forecast
                    ? forecast.fullPasses()
                    : Math.toIntExact(run.report().rounds());
            return new Denoised(run.state(), run.report(), calls, !run.isDone(), System.nanoTime() - start);
        }
    }

    /** The denoiser that rounds call. */
    Denoiser open(DenoisingModel model, Condition condition) {
        return model.open(condition);
    }

    /** Runs rounds for as long as {@code run} goes on; over a schedule of 0 they are the plain sampler. */
    abstract void denoise(DenoisingRun run, Noise noise);
}
