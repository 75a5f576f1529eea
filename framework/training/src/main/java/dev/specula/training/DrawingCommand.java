package dev.specula.training;

import ai.djl.ndarray.NDManager;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.training.data.Ahead;
import dev.specula.training.data.DrawingLesson;
import dev.specula.training.data.Drawings;
import dev.specula.training.data.PictureVocabulary;
import dev.specula.training.model.TokenizerShape;
import dev.specula.training.store.Checkpoint;
import dev.specula.training.store.ModelFolder;
import dev.specula.training.store.PictureTokenizerFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the model that draws from captions, from where its checkpoint stands, and writes its folder. */
@Command(name = "picture-model", description = "Trains the model that draws from captions and writes its folder.")
final class DrawingCommand implements Callable<Integer> {

    private static final int LOG_EVERY = 20;
    private static final int VALIDATE_EVERY = 200;
    private static final int VALIDATED = 32;
    static final int FINALLY_MEASURED = 128;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--tokenizer", required = true, description = "Directory the picture tokenizer's run is kept in.")
    private Path tokenizer = Path.of("");

    @Option(names = "--models", required = true, description = "Directory to write the finished folder in.")
    private Path models = Path.of("");

    @Option(names = "--steps", defaultValue = "3600", description = "Steps (default: ${DEFAULT-VALUE}).")
    private long steps;

    @Option(names = "--pictures", defaultValue = "12", description = "Pictures a step (default: ${DEFAULT-VALUE}).")
    private int pictures;

    @Override
    public Integer call() throws IOException {
        run.startEngine();
        BlocksTokenizer words = BlocksTokenizer.trained();
        TokenizerShape codes = TokenizerShape.blocks();
        PictureVocabulary vocabulary = new PictureVocabulary(words.size(), codes.codes(), codes.side());
        try (NDManager manager = NDManager.newBaseManager()) {
            TrainedTokenizer trained = TrainedTokenizer.load(tokenizer, manager);
            DrawingRecipe recipe = new DrawingRecipe(
                    run.seed,
                    steps,
                    pictures,
                    new DrawingLesson(SeedRange.TRAINING, words),
                    vocabulary,
                    trained.tokenizer(),
                    manager);
            DrawingLesson unseen = new DrawingLesson(SeedRange.VALIDATION, BlocksTokenizer.trained());
            long learnt = train(recipe, unseen, manager);
            Validation validation = validation(recipe, unseen, FINALLY_MEASURED);
            Path folder = models.resolve("picture-model");
            PictureTokenizerFolder.write(folder.resolve("picture-tokenizer"), trained.weights(), codes);
            new ModelFolder(folder, words)
                    .writePictureModel(
                            recipe.weights(),
                            recipe.shape(),
                            vocabulary,
                            PictureModelCard.model(recipe.weights().size(), learnt, pictures, validation));
        }
        return 0;
    }

    private long train(DrawingRecipe recipe, DrawingLesson unseen, NDManager manager) throws IOException {
        Checkpoint checkpoint = new Checkpoint(run.checkpoints);
        long first = checkpoint.restore(recipe.weights(), recipe.optimiser(), manager);
        Progress progress = new Progress(first, steps, run.budget());
        long step = first;
        try (Ahead<Drawings> ahead = new Ahead<>(first, recipe::batch)) {
            while (step < steps && !progress.timeIsUp()) {
                DrawingRecipe.Report report = recipe.step(step, ahead.next());
                step++;
                if (step % LOG_EVERY == 0) {
                    progress.log(
                            step,
                            "%.2f nats a picture  looking %.3f  labels %.3f  gradient %.2f"
                                    .formatted(report.nats(), report.looking(), report.labels(), report.norm()));
                }
                if (step % VALIDATE_EVERY == 0) {
                    progress.log(step, validation(recipe, unseen, VALIDATED).toString());
                }
                if (progress.checkpointDue()) {
                    checkpoint.save(recipe.weights(), recipe.optimiser(), step);
                }
            }
        }
        checkpoint.save(recipe.weights(), recipe.optimiser(), step);
        return step;
    }

    /**
     * How surprised the model is by pictures it does not learn from.
     *
     * @param told nats a picture, with its caption
     * @param untold nats a picture, without
     */
    record Validation(double told, double untold) {

        @Override
        public String toString() {
            return "unseen: %.2f nats a picture with its caption, %.2f without".formatted(told, untold);
        }
    }

    private static Validation validation(DrawingRecipe recipe, DrawingLesson unseen, int count) {
        return new Validation(
                recipe.nats(unseen.measured(0, count, DrawingLesson.Captions.FULL), count),
                recipe.nats(unseen.measured(0, count, DrawingLesson.Captions.NONE), count));
    }
}
