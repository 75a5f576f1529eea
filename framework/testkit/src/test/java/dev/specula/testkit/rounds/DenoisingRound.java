package dev.specula.testkit.rounds;

import dev.specula.denoise.Coupling;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoisingRun;
import dev.specula.denoise.Drift;
import dev.specula.denoise.StepListener;
import dev.specula.denoise.Trajectory;
import dev.specula.denoise.Window;
import dev.specula.noise.Noise;
import dev.specula.token.Schedule;

/** A denoising round as a user would write it. */
public record DenoisingRound(Drift drift, Window window, Coupling coupling) {
    /** Samples once from {@code target}. */
    public DenoisingRun sample(Denoiser target, Schedule schedule, Noise noise) {
        double[] start = target.steps().start(target.dimension(), noise);
        DenoisingRun run = new DenoisingRun(target, start, schedule, StepListener.NONE);
        while (run.goesOn()) {
            round(run, noise);
        }
        return run;
    }

    private void round(DenoisingRun run, Noise noise) {
        Trajectory path = run.path();
        window.draft(path, drift, run.budget(), noise);
        run.verify(path); // the one call of the target
        run.commit(path, path.land(coupling, noise));
    }
}
