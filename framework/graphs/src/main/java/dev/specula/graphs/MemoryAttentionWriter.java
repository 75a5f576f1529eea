package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.FLOAT;
import static dev.specula.graphs.GraphWriter.attribute;

import dev.specula.onnx.DecoderFormat;

/**
 * Writes a decoder's attention to the rows of an encoder, whose keys and values were computed when the prompt was.
 *
 * <p>Each row of a pass is multiplied alone, all rows of a head one after the other: the products are bound by reading keys and
 * values, a head's stay in the cache between rows, and a product of several rows would first copy them into its own order. Of up to 16
 * rows this is the faster way, and what it computes of a row does not depend on how many there are.
 */
final class MemoryAttentionWriter {
    private final DecoderConfig config;
    private final LayerWriter layers;

    MemoryAttentionWriter(DecoderConfig config, LayerWriter layers) {
        this.config = config;
        this.layers = layers;
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
        String apart =
                layers.reshape(name + ".heads", layers.product(x, query), -1, sizes.heads(), 1, sizes.headSize());
        String rows = layers.transpose(name + ".rows", apart, 1, 0, 2, 3); // (heads, n, 1, headSize)
        String scores = layers.graph().node("MatMul", name + ".scores", rows, key(layer));
        String shares = layers.graph()
                .named("Softmax", name + ".shares", scores)
                .addAttribute(attribute("axis", -1))
                .getName();
        String attended = layers.graph().node("MatMul", name, shares, value(layer));
        String turned = layers.transpose(name + ".turned", attended, 2, 1, 0, 3); // (1, n, heads, headSize)
        return layers.product(layers.reshape(name + ".together", turned, 1, -1, width), output);
    }

    private String key(int layer) {
        DecoderConfig.Sizes sizes = config.sizes();
        return layers.graph().input(DecoderFormat.memoryKey(layer), FLOAT, sizes.heads(), 1, sizes.headSize(), "M");
    }

    private String value(int layer) {
        DecoderConfig.Sizes sizes = config.sizes();
        return layers.graph().input(DecoderFormat.memoryValue(layer), FLOAT, sizes.heads(), 1, "M", sizes.headSize());
    }
}
