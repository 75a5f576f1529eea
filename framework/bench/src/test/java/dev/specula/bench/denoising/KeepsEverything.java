package dev.specula.bench.denoising;

import dev.specula.Guarantee;
import dev.specula.denoise.Condition;
import dev.specula.denoise.Coupling;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.DenoisingRun;
import dev.specula.denoise.Drift;
import dev.specula.denoise.Freshness;
import dev.specula.denoise.FrozenEstimate;
import dev.specula.denoise.Trajectory;
import dev.specula.denoise.Window;
import dev.specula.noise.Noise;
import dev.specula.plan.DenoisingPipeline;
import dev.specula.plan.PipelineDescription;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Schedule;

/** A pipeline that promises the law and keeps whatever is drafted. */
record KeepsEverything(DenoisingModel target) implements DenoisingPipeline {
    private static final Coupling KEEPS = (distance, place, position, noise) -> place;
    private static final int LONGEST = 8;

    @Override
    public PipelineDescription description() {
        return new PipelineDescription(
                "wide", "greedy", Guarantee.SAME_LAW, "frozen-estimate", "window", "nothing", "fixed", LONGEST);
    }

    @Override
    public Schedule schedule() {
        return new FixedSchedule(LONGEST);
    }

    @Override
    public Denoiser open(Condition condition) {
        return target.open(condition);
    }

    @Override
    public void denoise(Condition condition, DenoisingRun run, Noise noise) {
        Window window = new Window(LONGEST);
        try (Drift drift = new FrozenEstimate(Freshness.PREFETCHED)) {
            while (run.goesOn()) {
                Trajectory path = run.path();
                window.draft(path, drift, run.budget(), noise);
                run.verify(path);
                run.commit(path, path.land(KEEPS, noise));
            }
        }
    }
}
