package dev.specula.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;

/** The target: an encoder whose rows stand in for the image tokens of a decoder. */
public final class TargetModel {

    private final VisionEncoder encoder;
    private final Decoder decoder;

    public TargetModel(VisionShape vision, DecoderShape text, Weights weights, NDManager manager) {
        this.encoder = new VisionEncoder(vision, weights);
        this.decoder = new Decoder(text, "model.text_model.", weights, manager);
    }

    public VisionEncoder encoder() {
        return encoder;
    }

    public Decoder decoder() {
        return decoder;
    }

    /** Logits {@code (batch, length, vocabulary)} of sequences whose places 1 to rows hold the picture. */
    public NDArray logits(NDArray rows, NDArray ids, Placement placement) {
        return decoder.logits(withRows(decoder.embed(ids), rows), placement);
    }

    /** Likewise, with an onlooker. */
    public NDArray logits(NDArray rows, NDArray ids, Placement placement, Decoder.Onlooker onlooker) {
        return decoder.logits(withRows(decoder.embed(ids), rows), placement, onlooker);
    }

    /** The embedded sequence with {@code rows} in the places behind the first. */
    static NDArray withRows(NDArray embedded, NDArray rows) {
        long after = 1 + rows.getShape().get(1);
        return NDArrays.concat(
                new NDList(embedded.get(new NDIndex(":, 0:1")), rows, embedded.get(new NDIndex(":, {}:", after))), 1);
    }
}
