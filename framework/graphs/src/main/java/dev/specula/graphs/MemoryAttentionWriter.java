package dev.specula.graphs;

/** Writes a decoder's attention to the rows of an encoder. */
final class MemoryAttentionWriter {
    private final DecoderConfig config;
    private final LayerWriter layers;
    private final MemoryAttention attention;

    MemoryAttentionWriter(DecoderConfig config, LayerWriter layers, MemoryAttention attention) {
        this.config = config;
        this.layers = layers;
        this.attention = attention;
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
        String attended = attention.attend(layers, layer, output.name() + ".attention", layers.product(x, query));
        return layers.product(attended, output);
    }
}
