package dev.specula.training;

import ai.djl.ndarray.NDManager;
import dev.specula.blocks.scene.Rendering;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.training.data.Ahead;
import dev.specula.training.data.Lesson;
import dev.specula.training.model.VisionShape;
import dev.specula.training.store.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the target model, from where its checkpoint stands. */
@Command(name = "target", description = "Trains the target: an image encoder and a decoder.")
final class TargetCommand implements Callable<Integer> {

    private static final int LOG_EVERY = 20;
    private static final int VALIDATE_EVERY = 500;
    private static final int VALIDATED = 100;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(
            names = "--encoder-steps",
            defaultValue = "2200",
            description = "Steps of the encoder alone (default: ${DEFAULT-VALUE}).")
    private long encoderSteps;

    @Option(names = "--steps", defaultValue = "5000", description = "Steps of the whole (default: ${DEFAULT-VALUE}).")
    private long steps;

    @Option(names = "--pictures", defaultValue = "11", description = "Pictures a step (default: ${DEFAULT-VALUE}).")
    private int pictures;

    @Option(
            names = "--questions",
            defaultValue = "5",
            description = "Questions beside each picture's caption (default: ${DEFAULT-VALUE}).")
    private int questions;

    @Option(names = "--decoder-from", description = "Directory of another run, whose decoder a new run starts from.")
    private @Nullable Path decoderFrom;

    @Override
    public Integer call() throws IOException {
        run.startEngine();
        TargetPlan plan = new TargetPlan(run.seed, encoderSteps, steps, 32, pictures, questions);
        BlocksTokenizer tokenizer = BlocksTokenizer.trained();
        try (NDManager manager = NDManager.newBaseManager()) {
            Lesson lesson = new Lesson(
                    SeedRange.TRAINING, Rendering::varied, plan.questions(), tokenizer, VisionShape.target());
            Lesson unseen = new Lesson(
                    SeedRange.VALIDATION, Rendering::plain, plan.questions(), tokenizer, VisionShape.target());
            TargetRecipe recipe = new TargetRecipe(plan, lesson, manager);
            train(plan, recipe, new TargetValidation(recipe, unseen, VALIDATED), manager);
        }
        return 0;
    }

    private void train(TargetPlan plan, TargetRecipe recipe, TargetValidation validation, NDManager manager)
            throws IOException {
        Checkpoint checkpoint = new Checkpoint(run.checkpoints);
        if (decoderFrom != null && !checkpoint.exists()) {
            new Checkpoint(decoderFrom).borrow("model.text_model.", recipe.weights(), manager);
        }
        long first = checkpoint.restore(recipe.weights(), recipe.optimiser(), manager);
        Progress progress = new Progress(first, plan.allSteps(), run.budget());
        long step = first;
        try (Ahead<TargetRecipe.Batch> ahead = new Ahead<>(first, recipe::batch)) {
            while (step < plan.allSteps() && !progress.timeIsUp()) {
                TargetRecipe.Report report = recipe.step(step, ahead.next());
                step++;
                if (step % LOG_EVERY == 0) {
                    progress.log(step, figures(report));
                }
                if (step % VALIDATE_EVERY == 0) {
                    progress.log(
                            step, validation.measure(!plan.encoderAlone(step)).toString());
                }
                if (progress.checkpointDue()) {
                    checkpoint.save(recipe.weights(), recipe.optimiser(), step);
                }
            }
        }
        checkpoint.save(recipe.weights(), recipe.optimiser(), step);
        progress.log(step, validation.measure(true).toString());
    }

    private static String figures(TargetRecipe.Report report) {
        return "language %.4f  looking %.3f  labels %.4f  gradient %.2f"
                .formatted(report.language(), report.looking(), report.labels(), report.norm());
    }
}
