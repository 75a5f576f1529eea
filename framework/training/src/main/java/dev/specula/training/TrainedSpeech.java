package dev.specula.training;

import ai.djl.ndarray.NDManager;
import dev.specula.training.model.AdamW;
import dev.specula.training.model.SpeechShape;
import dev.specula.training.model.Weights;
import dev.specula.training.sound.Clip;
import dev.specula.training.sound.SpeechVocabulary;
import dev.specula.training.store.Checkpoint;
import dev.specula.training.store.SpeechFolder;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A target of speech as a run left it, or as it was published.
 *
 * @param step after which it was left
 */
record TrainedSpeech(SpeechTarget target, Weights weights, long step) {

    /** The target of the run kept in {@code directory}, or published there. */
    static TrainedSpeech load(Path directory, SpeechVocabulary vocabulary, NDManager manager) throws IOException {
        Checkpoint checkpoint = new Checkpoint(directory);
        SpeechFolder folder = new SpeechFolder(directory, vocabulary);
        if (!checkpoint.exists() && !folder.exists()) {
            throw new IllegalArgumentException(
                    "Neither a checkpoint of a target of speech nor its finished folder is in %s: train one with \"speech-target --checkpoints %s\""
                            .formatted(directory, directory));
        }
        Weights weights = new Weights(manager, 0);
        long step = checkpoint.exists()
                ? checkpoint.restore(weights, new AdamW(manager, weights), manager)
                : folder.read(weights, manager);
        return new TrainedSpeech(
                SpeechTarget.of(SpeechShape.target(Clip.ROWS, vocabulary.size()), weights), weights, step);
    }
}
