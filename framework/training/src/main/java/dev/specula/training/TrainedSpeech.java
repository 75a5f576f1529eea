package dev.specula.training;

import ai.djl.ndarray.NDManager;
import dev.specula.training.model.AdamW;
import dev.specula.training.model.SpeechShape;
import dev.specula.training.model.Weights;
import dev.specula.training.sound.Clip;
import dev.specula.training.sound.SpeechVocabulary;
import dev.specula.training.store.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A target of speech as a run left it.
 *
 * @param step after which it was left
 */
record TrainedSpeech(SpeechTarget target, Weights weights, long step) {

    /** The target of the run kept in {@code directory}. */
    static TrainedSpeech load(Path directory, SpeechVocabulary vocabulary, NDManager manager) throws IOException {
        Checkpoint checkpoint = new Checkpoint(directory);
        if (!checkpoint.exists()) {
            throw new IllegalArgumentException(
                    "No checkpoint of a target of speech in %s: train one with \"speech-target --checkpoints %s\""
                            .formatted(directory, directory));
        }
        Weights weights = new Weights(manager, 0);
        long step = checkpoint.restore(weights, new AdamW(manager, weights), manager);
        return new TrainedSpeech(
                SpeechTarget.of(SpeechShape.target(Clip.ROWS, vocabulary.size()), weights), weights, step);
    }
}
