package dev.specula.codegen.standin;

import dev.specula.denoise.Condition;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.DenoisingRun;
import dev.specula.denoise.StepListener;
import dev.specula.noise.Noise;
import dev.specula.plan.DenoisingPipeline;
import dev.specula.plan.PipelineDescription;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Schedule;

/** Everything between a request and the rounds of a denoising pipeline, in as few lines as do it. */
public abstract class PathPipeline implements PathsOfPoints, DenoisingPipeline {
    private final PipelineDescription description;
    private final Schedule schedule;
    private final DenoisingModel target;
    private long calls;

    /** Without a draft model. */
    protected PathPipeline(PipelineDescription description, Schedule schedule, DenoisingModel target) {
        this.description = description;
        this.schedule = schedule;
        this.target = target;
    }

    /** With a draft model. */
    protected PathPipeline(
            PipelineDescription description, Schedule schedule, DenoisingModel target, DenoisingModel draft) {
        this(description, schedule, target);
    }

    @Override
    public PipelineDescription description() {
        return description;
    }

    @Override
    public Schedule schedule() {
        return schedule;
    }

    @Override
    public Denoiser open(Condition condition) {
        return target.open(condition);
    }

    @Override
    public double[] path(float point, long seed) {
        return path(open(Condition.of(point)), point, seed, schedule);
    }

    @Override
    public double[] plainPath(float point, long seed) {
        return path(target.open(Condition.of(point)), point, seed, new FixedSchedule(0));
    }

    private double[] path(Denoiser denoiser, float point, long seed, Schedule drafting) {
        Noise noise = Noise.seeded(seed);
        try (denoiser) {
            double[] start = denoiser.steps().start(denoiser.dimension(), noise);
            DenoisingRun run = new DenoisingRun(denoiser, start, drafting, StepListener.NONE);
            denoise(Condition.of(point), run, noise);
            calls = run.report().rounds();
            return run.state();
        }
    }

    @Override
    public long calls() {
        return calls;
    }
}
