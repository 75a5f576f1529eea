package dev.specula.training;

import ai.djl.ndarray.NDManager;
import dev.specula.blocks.scene.Rendering;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.training.data.Lesson;
import dev.specula.training.model.DecoderShape;
import dev.specula.training.model.VisionShape;
import dev.specula.training.store.ModelFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a target as its run stands and writes its folder. */
@Command(name = "publish", description = "Measures a trained target on held-out scenes and writes its folder.")
final class PublishCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(PublishCommand.class);

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--models", required = true, description = "Directory to write the finished folder in.")
    private Path models = Path.of("");

    @Option(
            names = "--scenes",
            defaultValue = "1000",
            description = "Scenes to measure, a multiple of 25 (default: ${DEFAULT-VALUE}).")
    private int scenes;

    @Override
    public Integer call() throws IOException {
        run.startEngine();
        BlocksTokenizer tokenizer = BlocksTokenizer.trained();
        try (NDManager manager = NDManager.newBaseManager()) {
            TrainedTarget trained = TrainedTarget.load(run.checkpoints, tokenizer, manager);
            Measure measure = new Measure(trained.model(), manager);
            Measure.Result plain = measure.of(heldOut(Rendering::plain, tokenizer), scenes);
            LOG.info("drawn plainly: {}", plain);
            Measure.Result otherMeans = measure.of(heldOut(Rendering::byOtherMeans, tokenizer), scenes);
            LOG.info("drawn by other means: {}", otherMeans);
            new ModelFolder(models.resolve("target"), tokenizer)
                    .writeTarget(
                            trained.weights(),
                            VisionShape.target(),
                            DecoderShape.target(tokenizer.paddedSize()),
                            ModelCard.target(trained.weights().size(), trained.step(), scenes, plain, otherMeans));
        }
        return 0;
    }

    private static Lesson heldOut(LongFunction<Rendering> rendering, BlocksTokenizer tokenizer) {
        return new Lesson(SeedRange.HELD_OUT, rendering, 3, tokenizer, VisionShape.target());
    }
}
