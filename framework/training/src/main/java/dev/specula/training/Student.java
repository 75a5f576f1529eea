package dev.specula.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.specula.training.data.Packed;
import dev.specula.training.data.TokenWeights;
import dev.specula.training.data.Turn;
import dev.specula.training.model.AdamW;
import dev.specula.training.model.DecoderShape;
import dev.specula.training.model.DraftModel;
import dev.specula.training.model.DraftView;
import dev.specula.training.model.Ops;
import dev.specula.training.model.Rotation;
import dev.specula.training.model.Weights;
import java.util.List;

/** One draft that learns the laws of a target. */
final class Student {

    private final NDManager manager;
    private final Weights weights;
    private final AdamW optimiser;
    private final DraftModel model;
    private final TokenWeights even;
    private final Rotation rotation;

    Student(DraftView view, DecoderShape shape, long seed, NDManager manager) {
        this.manager = manager;
        this.weights = new Weights(manager, seed);
        this.optimiser = new AdamW(manager, weights);
        this.model = new DraftModel(view, shape, weights, manager);
        this.even = TokenWeights.even(shape.vocabulary());
        this.rotation = new Rotation(shape.headSize());
    }

    Weights weights() {
        return weights;
    }

    AdamW optimiser() {
        return optimiser;
    }

    DraftModel model() {
        return model;
    }

    /** {@code turns} as this draft meets them. */
    Packed packed(List<List<Turn>> turns) {
        return Packed.of(turns, model.view().rows(), even, rotation);
    }

    /**
     * One step towards {@code laws (places, vocabulary)}, the target's at every place of {@code packed} that predicts.
     *
     * @return the cross-entropy, which is the divergence plus the laws' own entropy
     */
    double learn(NDArray laws, NDArray rows, Packed packed, long step, double rate) {
        NDArray loss;
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            loss = laws.mul(logits(rows, packed).logSoftmax(-1))
                    .sum()
                    .div(laws.getShape().get(0))
                    .neg();
            collector.backward(loss);
        }
        optimiser.step(step + 1, name -> rate);
        return loss.getFloat();
    }

    /** Logits {@code (places, vocabulary)} at every place of {@code packed} that predicts. */
    NDArray logits(NDArray rows, Packed packed) {
        NDArray all = model.logits(rows, Feed.ids(packed, manager), Feed.placement(packed, manager));
        return predicting(all, packed, manager);
    }

    /** The rows of {@code logits (batch, length, vocabulary)} that predict a token of an answer. */
    static NDArray predicting(NDArray logits, Packed packed, NDManager manager) {
        NDArray table = logits.reshape(-1, logits.getShape().getLastDimension());
        return Ops.rowsOf(table, manager.create(packed.predicting()));
    }
}
