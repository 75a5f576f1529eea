package dev.specula.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.specula.training.model.AdamW;
import dev.specula.training.model.SpeechDecoder;
import dev.specula.training.model.SpeechShape;
import dev.specula.training.model.Weights;

/** A draft of speech: a decoder that attends to the target's rows and learns its laws. */
final class SpeechStudent {

    private static final float LOOK_SHARE = 0.1f; // of where heads look beside the laws

    private final Weights weights;
    private final AdamW optimiser;
    private final SpeechDecoder decoder;

    SpeechStudent(SpeechShape shape, long seed, NDManager manager) {
        this.weights = new Weights(manager, seed);
        this.optimiser = new AdamW(manager, weights);
        this.decoder = new SpeechDecoder(shape, weights);
    }

    Weights weights() {
        return weights;
    }

    AdamW optimiser() {
        return optimiser;
    }

    SpeechDecoder decoder() {
        return decoder;
    }

    /**
     * One step towards the laws of {@code lecture}.
     *
     * @return the cross-entropy, which is the divergence plus the laws' own entropy
     */
    double learn(SpeechLecture lecture, long step, double rate) {
        NDArray surprise;
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            Looks looks = lecture.looks();
            surprise = lecture.surprise(
                    decoder.logits(lecture.ids(), lecture.rows(), looks).logSoftmax(-1));
            collector.backward(surprise.add(looks.loss().mul(LOOK_SHARE)));
        }
        optimiser.step(step + 1, name -> rate);
        return surprise.getFloat();
    }
}
