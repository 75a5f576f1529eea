package dev.specula.diffusion;

import dev.specula.denoise.Coupling;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.DenoisingRun;
import dev.specula.denoise.Drift;
import dev.specula.denoise.Steps;
import dev.specula.denoise.Trajectory;
import dev.specula.denoise.Window;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.noise.Noise;
import dev.specula.plan.PipelineDescription;
import dev.specula.token.FixedSchedule;
import java.util.function.Supplier;

/** Drafts a window of states from the target itself and keeps by a coupling: the law of the plain sampler. */
final class WindowPipeline extends DenoisingPipeline {
    private final Window window;
    private final Supplier<Drift> drifts;
    private final Coupling coupling;

    /**
     * A pipeline over {@code target}, which the caller closes.
     *
     * @throws IncompatibleModelsException if the target learned the variance of its steps, or no step has noise
     */
    WindowPipeline(PipelineDescription description, DenoisingModel target, Supplier<Drift> drifts, Coupling coupling) {
        super(description, new FixedSchedule(description.longest()), target);
        this.window = new Window(description.longest());
        this.drifts = drifts;
        this.coupling = coupling;
        check(target);
    }

    private static void check(DenoisingModel target) {
        String name = "\"" + target.spec().name() + "\"";
        if (target.spec().learnsVariance()) {
            throw new IncompatibleModelsException("A coupling needs steps whose variance is the schedule's, but " + name
                    + " learned one: draft and target would be Gaussians of two widths. Use a model of fixed variance, or"
                    + " forecast features.");
        }
        Steps steps = target.steps();
        for (int step = 0; step < steps.count(); step++) {
            if (!steps.isCertain(step)) {
                return;
            }
        }
        throw new IncompatibleModelsException("Drafting needs steps with noise, but no step of " + name
                + " has any. Sample it with an eta or a churn above 0, or forecast features.");
    }

    @Override
    void denoise(DenoisingRun run, Noise noise) {
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
