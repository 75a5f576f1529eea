package dev.specula.training;

import dev.specula.training.data.Ahead;
import dev.specula.training.data.Examples;
import dev.specula.training.data.NoisyBatch;
import dev.specula.training.store.Checkpoint;
import java.io.IOException;
import java.util.function.Supplier;

/** Trains a denoiser from where its checkpoint stands until its steps or its minutes are over. */
final class DenoiserRun {

    private static final int LOG_EVERY = 50;
    private static final int VALIDATE_EVERY = 500;

    private final DenoiserRecipe recipe;
    private final RunOptions options;
    private final long steps;
    private final int batch;

    DenoiserRun(DenoiserRecipe recipe, RunOptions options, long steps, int batch) {
        this.recipe = recipe;
        this.options = options;
        this.steps = steps;
        this.batch = batch;
    }

    /** Trains on {@code examples}, logging what {@code validation} finds now and then; the steps taken in all. */
    long train(Examples examples, Supplier<String> validation) throws IOException {
        Checkpoint checkpoint = new Checkpoint(options.checkpoints);
        long first = checkpoint.restore(
                recipe.weights(), recipe.optimiser(), recipe.weights().manager());
        Progress progress = new Progress(first, steps, options.budget());
        long step = first;
        double losses = 0;
        try (Ahead<NoisyBatch> ahead = new Ahead<>(first, next -> NoisyBatch.of(examples, next, batch))) {
            while (step < steps && !progress.timeIsUp()) {
                DenoiserRecipe.Report report = recipe.step(step, ahead.next());
                step++;
                losses += report.loss();
                if (step % LOG_EVERY == 0) {
                    progress.log(
                            step,
                            "loss %.4f  gradient %.3f"
                                    .formatted(losses / Math.min(LOG_EVERY, step - first), report.norm()));
                    losses = 0;
                }
                if (step % VALIDATE_EVERY == 0) {
                    progress.log(step, validation.get());
                }
                if (progress.checkpointDue()) {
                    checkpoint.save(recipe.weights(), recipe.optimiser(), step);
                }
            }
        }
        if (step > first) {
            checkpoint.save(recipe.weights(), recipe.optimiser(), step);
        }
        return step;
    }
}
