package dev.specula.training.model;

import ai.djl.ndarray.NDArray;

/**
 * Spectrograms to rows: two convolutions, positions, pre-norm transformer layers (Whisper, Radford et al. 2022). Attention starts
 * out looking near and at its like, or it would take far more speech to find out.
 */
public final class SpeechEncoder {

    private static final String NAME = "model.encoder.";

    private final SpeechShape shape;
    private final Weights weights;
    private final SpeechLayers layers;

    public SpeechEncoder(SpeechShape shape, Weights weights) {
        this.shape = shape;
        this.weights = weights;
        this.layers = new SpeechLayers(shape.hidden(), shape.heads(), shape.encoder(), 2, weights);
    }

    /** Spectrograms {@code (batch, bins, 2 * rows)} to rows {@code (batch, rows, hidden)}. */
    public NDArray rows(NDArray spectrograms) {
        NDArray x = convolution(convolution(spectrograms, 1, 1), 2, 2).transpose(0, 2, 1);
        x = x.add(weights.starting(
                NAME + "embed_positions.weight",
                random -> LocalStart.line(shape.rows(), shape.hidden()),
                shape.rows(),
                shape.hidden()));
        for (int layer = 0; layer < shape.encoder(); layer++) {
            String name = NAME + "layers." + layer;
            NDArray normed = layers.norm(x, name + ".self_attn_layer_norm");
            x = x.add(layers.attention(normed, normed, name + ".self_attn", null, looks -> {}));
            x = x.add(layers.feedForward(x, name, shape.intermediate()));
        }
        return layers.norm(x, NAME + "layer_norm");
    }

    private NDArray convolution(NDArray x, int number, int stride) {
        String name = NAME + "conv" + number;
        long in = x.getShape().get(1);
        NDArray weight = weights.normal(name + ".weight", Math.sqrt(2.0 / (3.0 * in)), shape.hidden(), in, 3);
        return Ops.gelu(Ops.lineConvolution(x, weight, weights.constant(name + ".bias", 0, shape.hidden()), stride));
    }
}
