package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.FLOAT;

import dev.specula.onnx.DecoderFormat;

/**
 * Attention to the rows of an encoder in 32-bit floats.
 *
 * <p>Each row of a pass is multiplied alone, all rows of a head one after the other: the products are bound by reading keys and
 * values, a head's stay in the cache between rows, and a product of several rows would first copy them into its own order. Kernels
 * for one row sum up in another order than those for several, so it is also the way that takes a lone row at no cost.
 */
final class FloatMemory implements MemoryAttention {
    private final DecoderConfig.Sizes sizes;

    FloatMemory(DecoderConfig.Sizes sizes) {
        this.sizes = sizes;
    }

    @Override
    public void remember(LayerWriter layers, int layer, String keys, String values) {
        String key = DecoderFormat.memoryKey(layer);
        layers.transpose(key, apart(layers, key, keys), 2, 0, 3, 1);
        layers.graph().output(key, FLOAT, sizes.heads(), 1, sizes.headSize(), "M");
        String value = DecoderFormat.memoryValue(layer);
        layers.transpose(value, apart(layers, value, values), 2, 0, 1, 3);
        layers.graph().output(value, FLOAT, sizes.heads(), 1, "M", sizes.headSize());
    }

    private String apart(LayerWriter layers, String name, String x) {
        return layers.reshape(name + ".apart", x, 1, -1, sizes.heads(), sizes.headSize());
    }

    @Override
    public String attend(LayerWriter layers, int layer, String name, String queries) {
        GraphWriter graph = layers.graph();
        String key = graph.input(DecoderFormat.memoryKey(layer), FLOAT, sizes.heads(), 1, sizes.headSize(), "M");
        String value = graph.input(DecoderFormat.memoryValue(layer), FLOAT, sizes.heads(), 1, "M", sizes.headSize());
        String apart = layers.reshape(name + ".heads", queries, -1, sizes.heads(), 1, sizes.headSize());
        String rows = layers.transpose(name + ".rows", apart, 1, 0, 2, 3); // (heads, n, 1, headSize)
        String scores = graph.node("MatMul", name + ".scores", rows, key);
        String shares = layers.softmax(name + ".shares", scores);
        String attended = graph.node("MatMul", name, shares, value);
        String turned = layers.transpose(name + ".turned", attended, 2, 1, 0, 3); // (1, n, heads, headSize)
        return layers.reshape(name + ".together", turned, 1, -1, (long) sizes.heads() * sizes.headSize());
    }

    @Override
    public long bytes(int rows) {
        return 2L * Float.BYTES * sizes.layers() * sizes.heads() * sizes.headSize() * rows;
    }
}
