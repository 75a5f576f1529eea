package dev.specula.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.specula.training.model.AdamW;
import dev.specula.training.model.Ops;
import dev.specula.training.model.SpeechDecoder;
import dev.specula.training.model.SpeechShape;
import dev.specula.training.model.Weights;
import dev.specula.training.sound.WindowBatch;
import dev.specula.training.sound.WrittenWindow;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A draft for a published target of speech: a decoder that attends to the rows of the target's encoder and starts as layers of the
 * target's decoder. Embeddings, positions and head stay the target's; the layer and its norms learn.
 */
final class WindowStudent {

    private final SpeechShape shape;
    private final NDManager manager;
    private final Weights weights;
    private final AdamW optimiser;
    private final SpeechDecoder decoder;

    WindowStudent(SpeechShape shape, NDManager manager) {
        this.shape = shape;
        this.manager = manager;
        this.weights = new Weights(manager, 0);
        this.optimiser = new AdamW(manager, weights);
        this.decoder = new SpeechDecoder(shape, weights);
    }

    SpeechShape shape() {
        return shape;
    }

    Weights weights() {
        return weights;
    }

    AdamW optimiser() {
        return optimiser;
    }

    /** Keeps what is the target's as it is; called when all weights are there. */
    void freeze() {
        weights.freeze(SpeechDecoder.EMBEDDING);
        weights.freeze(SpeechDecoder.POSITIONS);
        weights.freeze(SpeechDecoder.HEAD);
    }

    /**
     * One step towards the target's laws.
     *
     * @param step from 0
     * @return the mean cross-entropy against what is kept of them
     */
    double learn(WindowBatch batch, long step, double rate) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Shape kept = new Shape(batch.places().length, WrittenWindow.KEPT);
            NDArray columns = manager.create(batch.columns(), kept).toType(DataType.INT64, false);
            NDArray probs = manager.create(batch.probs(), kept);
            NDArray surprise;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                surprise = logits(batch)
                        .logSoftmax(-1)
                        .gather(columns, 1)
                        .mul(probs)
                        .sum()
                        .div(probs.sum())
                        .neg();
                collector.backward(surprise);
            }
            optimiser.step(step + 1, name -> rate);
            return surprise.getFloat();
        }
    }

    /** The row of its head that it finds likeliest, at each place of {@code batch}. */
    int[] likeliest(WindowBatch batch) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return Arrays.stream(logits(batch).argMax(1).toLongArray())
                    .mapToInt(Math::toIntExact)
                    .toArray();
        }
    }

    /** {@code (places, head)}. */
    private NDArray logits(WindowBatch batch) {
        NDArray ids = manager.create(batch.ids(), new Shape(batch.windows(), batch.length()));
        NDArray stream =
                decoder.stream(ids, rows(batch), SpeechDecoder.Onlooker.NOBODY).reshape(-1, shape.hidden());
        return decoder.head(Ops.rowsOf(stream, manager.create(batch.places())));
    }

    private NDArray rows(WindowBatch batch) {
        ByteBuffer halves = ByteBuffer.wrap(batch.rows()).order(ByteOrder.LITTLE_ENDIAN);
        return manager.create(halves, new Shape(batch.windows(), shape.rows(), shape.memory()), DataType.FLOAT16)
                .toType(DataType.FLOAT32, false);
    }
}
