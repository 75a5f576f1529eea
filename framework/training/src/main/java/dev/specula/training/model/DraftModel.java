package dev.specula.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** A small decoder that guesses the target's words, with or without the target's view of the picture. */
public final class DraftModel {

    private final DraftView view;
    private final Decoder decoder;
    private final Weights weights;

    public DraftModel(DraftView view, DecoderShape shape, Weights weights, NDManager manager) {
        this.view = view;
        this.decoder = new Decoder(shape, "model.", weights, manager);
        this.weights = weights;
    }

    public DraftView view() {
        return view;
    }

    public DecoderShape shape() {
        return decoder.shape();
    }

    /** Logits {@code (batch, length, vocabulary)}; {@code rows (batch, 16, width)} are the target's, read if this view does. */
    public NDArray logits(NDArray rows, NDArray ids, Placement placement) {
        NDArray embedded = decoder.embed(ids);
        if (view == DraftView.TEXT_ONLY) {
            return decoder.logits(embedded, placement);
        }
        NDArray connector = weights.linear(
                "connector.weight", decoder.shape().hidden(), rows.getShape().getLastDimension());
        return decoder.logits(TargetModel.withRows(embedded, Ops.linear(rows, connector, null)), placement);
    }
}
