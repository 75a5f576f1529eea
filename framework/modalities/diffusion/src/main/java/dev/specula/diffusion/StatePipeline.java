package dev.specula.diffusion;

import dev.specula.denoise.Condition;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoiserSpec;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.DenoisingRun;
import dev.specula.denoise.ForecastDenoiser;
import dev.specula.denoise.StepListener;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.noise.Noise;
import dev.specula.plan.DenoisingPipeline;
import dev.specula.plan.PipelineDescription;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Schedule;

/** Everything between a request and its rounds: what generated pipelines extend. The models belong to whoever made them. */
public abstract class StatePipeline implements Denoising, DenoisingPipeline {
    private final PipelineDescription description;
    private final Schedule schedule;
    private final DenoisingModel target;

    /** A pipeline whose rounds need no other model. */
    protected StatePipeline(PipelineDescription description, Schedule schedule, DenoisingModel target) {
        this.description = description;
        this.schedule = schedule;
        this.target = target;
    }

    /**
     * A pipeline that drafts with a model.
     *
     * @throws IncompatibleModelsException if {@code draft} has other states, steps or conditions than {@code target}
     */
    protected StatePipeline(
            PipelineDescription description, Schedule schedule, DenoisingModel target, DenoisingModel draft) {
        this(description, schedule, target);
        DenoiserSpec wanted = target.spec();
        DenoiserSpec found = draft.spec();
        requireSame("numbers in a state", wanted.dimension(), found, found.dimension());
        requireSame("numbers in a condition", wanted.conditions(), found, found.conditions());
        requireSame("steps", target.steps().count(), found, draft.steps().count());
    }

    private void requireSame(String what, int wanted, DenoiserSpec draft, int found) {
        if (wanted != found) {
            throw new IncompatibleModelsException("A draft model must have the " + what + " of its target, but \""
                    + draft.name() + "\" has " + found + " where \""
                    + target.spec().name() + "\" has " + wanted
                    + ". Use a draft model made for this target, or draft by a frozen estimate.");
        }
    }

    @Override
    public final PipelineDescription description() {
        return description;
    }

    @Override
    public final Schedule schedule() {
        return schedule;
    }

    @Override
    public final DenoiserSpec model() {
        return target.spec();
    }

    @Override
    public final Denoised draw(DenoisingRequest request, StepListener listener) {
        long start = System.nanoTime();
        boolean isPlain = request.drafting() == DenoisingRequest.Drafting.OFF;
        Condition condition = request.condition();
        Noise noise = Noise.seeded(request.seed());
        try (Denoiser main = isPlain ? target.open(condition) : open(condition)) {
            DenoisingRun run = new DenoisingRun(
                    main,
                    main.steps().start(main.dimension(), noise),
                    isPlain ? new FixedSchedule(0) : schedule,
                    listener);
            denoise(condition, run, noise);
            int calls = main instanceof ForecastDenoiser forecast
                    ? forecast.fullPasses()
                    : Math.toIntExact(run.report().rounds());
            return new Denoised(run.state(), run.report(), calls, !run.isDone(), System.nanoTime() - start);
        }
    }

    @Override
    public Denoiser open(Condition condition) {
        return target.open(condition);
    }
}
