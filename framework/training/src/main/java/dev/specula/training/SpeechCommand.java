package dev.specula.training;

import ai.djl.ndarray.NDManager;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.training.data.Ahead;
import dev.specula.training.model.SpeechShape;
import dev.specula.training.sound.Clip;
import dev.specula.training.sound.ClipStore;
import dev.specula.training.sound.SpeechBatch;
import dev.specula.training.sound.SpeechVocabulary;
import dev.specula.training.store.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the target of speech, from where its checkpoint stands. */
@Command(name = "speech-target", description = "Trains the target of speech: an encoder of sound and a decoder.")
final class SpeechCommand implements Callable<Integer> {

    private static final int LOG_EVERY = 10;
    private static final int VALIDATE_EVERY = 200;
    private static final int VALIDATED = 16;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--clips-in", required = true, description = "Directory to keep rendered clips in.")
    private Path clipsIn = Path.of("");

    @Option(names = "--clips", defaultValue = "8192", description = "Different clips (default: ${DEFAULT-VALUE}).")
    private long clips;

    @Option(
            names = "--encoder-steps",
            defaultValue = "250",
            description = "Steps of the encoder alone (default: ${DEFAULT-VALUE}).")
    private long encoderSteps;

    @Option(names = "--steps", defaultValue = "4400", description = "Steps in all (default: ${DEFAULT-VALUE}).")
    private long steps;

    @Option(names = "--together", defaultValue = "8", description = "Clips a step (default: ${DEFAULT-VALUE}).")
    private int together;

    @Override
    public Integer call() throws IOException {
        run.startEngine();
        SpeechVocabulary vocabulary = new SpeechVocabulary();
        try (NDManager manager = NDManager.newBaseManager()) {
            SpeechRecipe recipe = new SpeechRecipe(
                    new SpeechRecipe.Plan(run.seed, encoderSteps, steps, clips, together),
                    SpeechShape.target(Clip.ROWS, vocabulary.size()),
                    new ClipStore(clipsIn, SeedRange.TRAINING),
                    vocabulary,
                    manager);
            SpeechVocabulary own = new SpeechVocabulary(); // the batches' thread has the other
            ClipStore unseen = new ClipStore(clipsIn, SeedRange.VALIDATION);
            train(recipe, new SpeechMeasure(recipe.target(), unseen, own, manager), manager);
        }
        return 0;
    }

    private void train(SpeechRecipe recipe, SpeechMeasure measure, NDManager manager) throws IOException {
        Checkpoint checkpoint = new Checkpoint(run.checkpoints);
        long first = checkpoint.restore(recipe.weights(), recipe.optimiser(), manager);
        Progress progress = new Progress(first, steps, run.budget());
        long step = first;
        try (Ahead<SpeechBatch> ahead = new Ahead<>(first, recipe::batch)) {
            while (step < steps && !progress.timeIsUp()) {
                SpeechRecipe.Report report = recipe.step(step, ahead.next());
                step++;
                if (step % LOG_EVERY == 0) {
                    progress.log(step, report.toString());
                }
                if (step % VALIDATE_EVERY == 0 && step > encoderSteps) {
                    progress.log(step, measure.of(VALIDATED).toString());
                }
                if (progress.checkpointDue()) {
                    checkpoint.save(recipe.weights(), recipe.optimiser(), step);
                }
            }
        }
        checkpoint.save(recipe.weights(), recipe.optimiser(), step);
        progress.log(step, measure.of(VALIDATED).toString());
    }
}
