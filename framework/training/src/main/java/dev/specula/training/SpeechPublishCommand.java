package dev.specula.training;

import ai.djl.ndarray.NDManager;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.speech.WordErrors;
import dev.specula.training.sound.ClipStore;
import dev.specula.training.sound.SpeechVocabulary;
import dev.specula.training.store.SpeechFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a target of speech as its run stands and writes its folder. */
@Command(name = "speech-publish", description = "Measures a target of speech on held-out clips and writes its folder.")
final class SpeechPublishCommand implements Callable<Integer> {

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
            WordErrors errors = new SpeechMeasure(target, heldOut, vocabulary, manager).of(clips);
            LOG.info("word errors {}", errors);
            SpeechFolder folder = new SpeechFolder(models.resolve("target"), vocabulary);
            long parameters = folder.published(trained.weights());
            folder.writeTarget(
                    trained.weights(),
                    target.shape(),
                    SpeechCard.target(parameters, target.shape(), trained.step(), clips, errors));
        }
        return 0;
    }
}
