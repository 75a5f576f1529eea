package dev.specula.diffusion;

import dev.specula.denoise.Condition;
import dev.specula.denoise.Coupling;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.DenoisingRun;
import dev.specula.denoise.Drift;
import dev.specula.denoise.Trajectory;
import dev.specula.denoise.Window;
import dev.specula.noise.Noise;
import dev.specula.plan.PipelineDescription;
import dev.specula.token.FixedSchedule;
import java.util.function.Supplier;

/** Drafts a window of states from the target itself and keeps by a coupling: the law of the plain sampler. */
final class WindowPipeline extends StatePipeline {
    private final Window window;
    private final Supplier<Drift> drifts;
    private final Coupling coupling;

    /**
     * A pipeline over {@code target}, which the caller closes.
     *
     * @throws dev.specula.model.IncompatibleModelsException if the target learned the variance of its steps, or no
     *     step has noise
     */
    WindowPipeline(PipelineDescription description, DenoisingModel target, Supplier<Drift> drifts, Coupling coupling) {
        super(description, new FixedSchedule(description.longest()), Window.requireNoise(target));
        this.window = new Window(description.longest());
        this.drifts = drifts;
        this.coupling = coupling;
    }

    @Override
    public void denoise(Condition condition, DenoisingRun run, Noise noise) {
        try (Drift drift = drifts.get()) {
            while (run.goesOn()) {
                round(drift, run, noise);
            }
        }
    }

    private void round(Drift drift, DenoisingRun run, Noise noise) {
        Trajectory path = run.path();
        window.draft(path, drift, run.budget(), noise);
        run.verify(path);
        run.commit(path, path.land(coupling, noise));
    }
}
