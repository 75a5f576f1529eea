package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.FLOAT;
import static dev.specula.graphs.GraphWriter.attribute;

import dev.specula.onnx.DecoderFormat;

/** Writes a decoder's attention to the rows of an encoder, whose keys and values were computed when the prompt was. */
final class MemoryAttentionWriter {
    private final DecoderConfig config;
    private final LayerWriter layers;
    private final AttentionRows rows;

    MemoryAttentionWriter(DecoderConfig config, LayerWriter layers, AttentionRows rows) {
        this.config = config;
        this.layers = layers;
        this.rows = rows;
    }

    /** What layer {@code layer} adds to the stream whose norm is {@code x}. */
    String write(String x, int layer) {
        DecoderConfig.Sizes sizes = config.sizes();
        int width = sizes.heads() * sizes.headSize();
        Matrix query = layers.linear(
                config.tensors().of(layer, "memory_query"),
                width,
                sizes.hidden(),
                config.biases().query());
        Matrix output = layers.linear(
                config.tensors().of(layer, "memory_output"),
                sizes.hidden(),
                width,
                config.biases().output());
        String name = output.name() + ".attention";
        String attended = layers.graph()
                .operator(
                        "MultiHeadAttention",
                        GraphWriter.MICROSOFT,
                        name,
                        rows.enter(layers.product(x, query)),
                        memory(DecoderFormat.memoryKey(layer)),
                        memory(DecoderFormat.memoryValue(layer)))
                .addAttribute(attribute("num_heads", sizes.heads()))
                .addOutput(name)
                .getName();
        return layers.product(rows.leave(attended), output);
    }

    private String memory(String name) {
        return layers.graph()
                .input(
                        name,
                        FLOAT,
                        1,
                        config.sizes().heads(),
                        "M",
                        config.sizes().headSize());
    }
}
