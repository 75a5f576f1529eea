package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.specula.training.model.SpeechDecoder;
import dev.specula.training.model.SpeechEncoder;
import dev.specula.training.model.SpeechShape;
import dev.specula.training.model.Weights;
import dev.specula.training.sound.Clip;
import dev.specula.training.sound.SpeechBatch;

/** A model that hears and writes. */
record SpeechTarget(SpeechShape shape, SpeechEncoder encoder, SpeechDecoder decoder) {

    static SpeechTarget of(SpeechShape shape, Weights weights) {
        return new SpeechTarget(shape, new SpeechEncoder(shape, weights), new SpeechDecoder(shape, weights));
    }

    /** What the encoder makes of a batch, {@code (clips, rows, hidden)}. */
    NDArray rows(SpeechBatch batch, NDManager manager) {
        return encoder.rows(manager.create(batch.spectrograms(), new Shape(batch.clips(), Clip.BINS, Clip.FRAMES)));
    }
}
