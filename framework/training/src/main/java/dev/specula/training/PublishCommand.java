package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import dev.specula.blocks.scene.Rendering;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.blocks.tokens.SpecialToken;
import dev.specula.training.data.Lesson;
import dev.specula.training.data.Packed;
import dev.specula.training.data.Pictures;
import dev.specula.training.model.DecoderShape;
import dev.specula.training.model.TargetModel;
import dev.specula.training.model.VisionShape;
import dev.specula.training.store.ModelFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a target as its run stands and writes its folder. */
@Command(name = "publish", description = "Measures a trained target on held-out scenes and writes its folder.")
final class PublishCommand implements Callable<Integer> {

    /** Scenes from which steps of inputs are found. */
    static final int WATCHED = 200;

    private static final int TOGETHER = 25;
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
                            inputScales(trained, tokenizer, manager),
                            VisionShape.target(),
                            DecoderShape.target(tokenizer.paddedSize()),
                            ModelCard.target(trained.weights().size(), trained.step(), scenes, plain, otherMeans));
        }
        return 0;
    }

    /** From captions and questions about validation scenes. */
    private static Map<String, NDArray> inputScales(
            TrainedTarget trained, BlocksTokenizer tokenizer, NDManager manager) {
        InputScales scales = new InputScales();
        eachPass(trained, tokenizer, manager, (counted, pass) -> scales.watchInputs(trained.weights(), counted, pass));
        eachPass(trained, tokenizer, manager, (counted, pass) -> scales.watchRows(trained.weights(), counted, pass));
        return scales.tensors(manager);
    }

    private static void eachPass(
            TrainedTarget trained,
            BlocksTokenizer tokenizer,
            NDManager manager,
            BiConsumer<boolean[], Runnable> watch) {
        Lesson lesson = new Lesson(SeedRange.VALIDATION, Rendering::varied, 3, tokenizer, VisionShape.target());
        TargetModel model = trained.model();
        OwnAnswers answers = new OwnAnswers(model, manager, 0);
        for (int first = 0; first < WATCHED; first += TOGETHER) {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                Pictures pictures = lesson.pictures(first, TOGETHER);
                NDArray rows = model.encoder().rows(model.encoder().patches(Feed.pixels(pictures, manager)));
                Packed packed = answers.packed(lesson.turns(pictures), rows);
                boolean[] counted = new boolean[packed.ids().length];
                for (int place = 0; place < counted.length; place++) {
                    counted[place] = packed.ids()[place] != SpecialToken.PAD.id();
                }
                watch.accept(
                        counted, () -> model.logits(rows, Feed.ids(packed, manager), Feed.placement(packed, manager)));
            }
        }
    }

    private static Lesson heldOut(LongFunction<Rendering> rendering, BlocksTokenizer tokenizer) {
        return new Lesson(SeedRange.HELD_OUT, rendering, 3, tokenizer, VisionShape.target());
    }
}
