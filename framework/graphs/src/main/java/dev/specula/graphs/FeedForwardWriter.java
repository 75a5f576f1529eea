package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.attribute;

/** Writes the half of a block that looks at one column alone: gated where the architecture names a gate. */
final class FeedForwardWriter {
    private final DecoderConfig config;
    private final LayerWriter layers;

    FeedForwardWriter(DecoderConfig config, LayerWriter layers) {
        this.config = config;
        this.layers = layers;
    }

    /** What layer {@code layer} adds to the stream whose norm is {@code x}. */
    String write(String x, int layer) {
        String inner = config.tensors().has("gate") ? gated(x, layer) : plain(x, layer);
        Matrix down = layers.linear(
                config.tensors().of(layer, "down"),
                config.sizes().hidden(),
                config.sizes().intermediate(),
                config.biases().feedForward());
        return layers.product(inner, down);
    }

    private String plain(String x, int layer) {
        Matrix up = matrix(layer, "up");
        return config.activation().write(layers.graph(), up.name() + ".active", layers.product(x, up));
    }

    private String gated(String x, int layer) {
        Matrix gate = matrix(layer, "gate");
        Matrix both = Matrix.stacked(gate.name() + ".up", gate, matrix(layer, "up"));
        String product = layers.product(x, both);
        String left = both.name() + ".left";
        String right = both.name() + ".right";
        layers.graph()
                .operator("Split", "", both.name() + ".split", product)
                .addAttribute(attribute("axis", -1))
                .addAttribute(attribute("num_outputs", 2))
                .addOutput(left)
                .addOutput(right);
        String active = config.activation().write(layers.graph(), both.name() + ".active", left);
        return layers.graph().node("Mul", both.name() + ".inner", active, right);
    }

    private Matrix matrix(int layer, String role) {
        return layers.linear(
                config.tensors().of(layer, role),
                config.sizes().intermediate(),
                config.sizes().hidden(),
                config.biases().feedForward());
    }
}
