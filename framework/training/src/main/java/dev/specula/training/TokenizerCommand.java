package dev.specula.training;

import ai.djl.ndarray.NDManager;
import dev.specula.training.data.Ahead;
import dev.specula.training.model.TokenizerShape;
import dev.specula.training.store.Checkpoint;
import dev.specula.training.store.PictureTokenizerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the picture tokenizer from where its checkpoint stands, and writes its folder. */
@Command(name = "picture-tokenizer", description = "Trains the tokenizer of pictures and writes its folder.")
final class TokenizerCommand implements Callable<Integer> {

    private static final int LOG_EVERY = 20;
    private static final int VALIDATE_EVERY = 200;
    private static final int VALIDATED = 64;
    static final int FINALLY_MEASURED = 256;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--models", required = true, description = "Directory to write the finished folder in.")
    private Path models = Path.of("");

    @Option(names = "--steps", defaultValue = "1500", description = "Steps (default: ${DEFAULT-VALUE}).")
    private long steps;

    @Option(names = "--pictures", defaultValue = "32", description = "Pictures a step (default: ${DEFAULT-VALUE}).")
    private int pictures;

    @Override
    public Integer call() throws IOException {
        run.startEngine();
        TokenizerShape shape = TokenizerShape.blocks();
        try (NDManager manager = NDManager.newBaseManager()) {
            TokenizerRecipe recipe = new TokenizerRecipe(run.seed, steps, pictures, shape, manager);
            long learnt = train(recipe, manager);
            TokenizerRecipe.Fidelity fidelity = recipe.fidelity(FINALLY_MEASURED);
            Path folder = models.resolve("picture-tokenizer");
            PictureTokenizerFolder.write(folder, recipe.weights(), shape);
            Files.writeString(
                    folder.resolve("README.md"),
                    PictureModelCard.tokenizer(shape, recipe.weights().size(), learnt, pictures, fidelity));
        }
        return 0;
    }

    private long train(TokenizerRecipe recipe, NDManager manager) throws IOException {
        Checkpoint checkpoint = new Checkpoint(run.checkpoints);
        long first = checkpoint.restore(recipe.weights(), recipe.optimiser(), manager);
        Progress progress = new Progress(first, steps, run.budget());
        long step = first;
        try (Ahead<float[]> ahead = new Ahead<>(first, recipe::batch)) {
            while (step < steps && !progress.timeIsUp()) {
                TokenizerRecipe.Report report = recipe.step(step, ahead.next());
                step++;
                if (step % LOG_EVERY == 0) {
                    progress.log(
                            step,
                            "error %.4f  revived %d  gradient %.2f"
                                    .formatted(report.error(), report.revived(), report.norm()));
                }
                if (step % VALIDATE_EVERY == 0) {
                    progress.log(step, recipe.fidelity(VALIDATED).toString());
                }
                if (progress.checkpointDue()) {
                    checkpoint.save(recipe.weights(), recipe.optimiser(), step);
                }
            }
        }
        checkpoint.save(recipe.weights(), recipe.optimiser(), step);
        return step;
    }
}
