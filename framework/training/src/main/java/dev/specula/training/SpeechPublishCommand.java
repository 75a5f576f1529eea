package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.training.model.SpeechDecoder;
import dev.specula.training.sound.ClipStore;
import dev.specula.training.sound.SpeechBatch;
import dev.specula.training.sound.SpeechVocabulary;
import dev.specula.training.store.SpeechFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a target of speech as its run stands and writes its folder. */
@Command(name = "speech-publish", description = "Measures a target of speech on held-out clips and writes its folder.")
final class SpeechPublishCommand implements Callable<Integer> {

    /** Clips from which steps of inputs are found. */
    static final int WATCHED = 128;

    private static final int TOGETHER = 8;
    private static final Logger LOG = LoggerFactory.getLogger(SpeechPublishCommand.class);

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--clips-in", required = true, description = "Directory to keep rendered clips in.")
    private Path clipsIn = Path.of("");

    @Option(names = "--models", required = true, description = "Directory to write the finished folder in.")
    private Path models = Path.of("");

    @Option(
            names = "--clips",
            defaultValue = "256",
            description = "Clips to measure, a multiple of 8 (default: ${DEFAULT-VALUE}).")
    private int clips;

    @Override
    public Integer call() throws IOException {
        run.startEngine();
        SpeechVocabulary vocabulary = new SpeechVocabulary();
        try (NDManager manager = NDManager.newBaseManager()) {
            TrainedSpeech trained = TrainedSpeech.load(run.checkpoints, vocabulary, manager);
            SpeechTarget target = trained.target();
            ClipStore heldOut = new ClipStore(clipsIn, SeedRange.HELD_OUT);
            SpeechMeasure.Errors errors = new SpeechMeasure(target, heldOut, vocabulary, manager).of(clips);
            LOG.info("{}", errors);
            SpeechFolder folder = new SpeechFolder(models.resolve("target"), vocabulary);
            long parameters = folder.published(trained.weights());
            folder.writeTarget(
                    trained.weights(),
                    inputScales(trained, vocabulary, manager),
                    target.shape(),
                    trained.step(),
                    SpeechCard.target(parameters, target.shape(), trained.step(), clips, errors));
        }
        return 0;
    }

    /** From validation clips. */
    private Map<String, NDArray> inputScales(TrainedSpeech trained, SpeechVocabulary vocabulary, NDManager manager) {
        InputScales scales = new InputScales();
        eachPass(
                trained.target(),
                vocabulary,
                manager,
                (counted, pass) -> scales.watchInputs(trained.weights(), counted, pass));
        eachPass(
                trained.target(),
                vocabulary,
                manager,
                (counted, pass) -> scales.watchRows(trained.weights(), counted, pass));
        return scales.tensors(manager);
    }

    private void eachPass(
            SpeechTarget target,
            SpeechVocabulary vocabulary,
            NDManager manager,
            BiConsumer<boolean[], Runnable> watch) {
        ClipStore clips = new ClipStore(clipsIn, SeedRange.VALIDATION);
        for (int first = 0; first < WATCHED; first += TOGETHER) {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                SpeechBatch batch = SpeechBatch.undisturbed(clips.clips(first, TOGETHER), vocabulary, first);
                NDArray rows = target.rows(batch, manager);
                watch.accept(
                        said(batch),
                        () -> target.decoder()
                                .logits(SpeechRecipe.ids(batch, manager), rows, SpeechDecoder.Onlooker.NOBODY));
            }
        }
    }

    /** Where prompts and answers stand, {@code (clips * length)}. */
    private static boolean[] said(SpeechBatch batch) {
        boolean[] said = new boolean[batch.ids().length];
        for (int clip = 0; clip < batch.clips(); clip++) {
            int base = clip * batch.length();
            for (int place = 0; place < batch.length(); place++) {
                said[base + place] = place < batch.answer(clip) || batch.weights()[base + place] > 0;
            }
        }
        return said;
    }
}
