package dev.specula.bench.denoising;

import dev.specula.denoise.Condition;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoisingRun;
import dev.specula.denoise.ForecastDenoiser;
import dev.specula.denoise.StepListener;
import dev.specula.noise.Noise;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Schedule;
import java.util.function.Function;

/** Draws states as a pipeline does, or by the plain sampler of its target. */
final class Drawer {
    private final StatesSubject subject;
    private final Function<Condition, Denoiser> denoisers;
    private final Schedule schedule;

    private Drawer(StatesSubject subject, Function<Condition, Denoiser> denoisers, Schedule schedule) {
        this.subject = subject;
        this.denoisers = denoisers;
        this.schedule = schedule;
    }

    /** As the pipeline does. */
    static Drawer drafting(StatesSubject subject) {
        return drafting(subject, subject.pipeline().schedule());
    }

    /** As the pipeline does, but for how much it drafts. */
    static Drawer drafting(StatesSubject subject, Schedule schedule) {
        return new Drawer(subject, subject.pipeline()::open, schedule);
    }

    /** The pipeline's round with nothing to draft, which is the plain sampler. */
    static Drawer plain(StatesSubject subject) {
        return over(subject, subject.target()::open);
    }

    /** The pipeline's round with nothing to draft, over other denoisers of the target. */
    static Drawer over(StatesSubject subject, Function<Condition, Denoiser> denoisers) {
        return new Drawer(subject, denoisers, new FixedSchedule(0));
    }

    Drawn draw(Condition condition, long seed) {
        long start = System.nanoTime();
        Noise noise = Noise.seeded(seed);
        try (Denoiser main = denoisers.apply(condition)) {
            DenoisingRun run =
                    new DenoisingRun(main, main.steps().start(main.dimension(), noise), schedule, StepListener.NONE);
            subject.pipeline().denoise(condition, run, noise);
            return new Drawn(run.state(), run.report(), forecasts(main), System.nanoTime() - start);
        }
    }

    private static Drawn.Forecasts forecasts(Denoiser main) {
        return main instanceof ForecastDenoiser forecast
                ? new Drawn.Forecasts(forecast.forecasts(), forecast.checks(), forecast.refusals())
                : Drawn.Forecasts.NONE;
    }
}
