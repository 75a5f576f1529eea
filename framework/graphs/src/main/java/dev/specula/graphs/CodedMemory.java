package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.FLOAT;
import static dev.specula.graphs.GraphWriter.INT8;
import static dev.specula.graphs.GraphWriter.attribute;

import dev.specula.onnx.DecoderFormat;

/**
 * Attention to the rows of an encoder in 8-bit integers: a quarter of the bytes that bound it, and sums that are exact, so all rows of a
 * pass are multiplied at once and none depends on how many there are.
 *
 * <p>Each row's key has a step of its own; of values, each number has one for all rows. A query is rounded to the step that the
 * checkpoint gives as {@code q_scale} of the attention, or else to one of its own largest number, which takes four more operators. What
 * it finds is shared out in steps of a 255th of its largest share: with one step for all rows, attention that is spread over
 * hundreds of rows would round to nothing.
 */
final class CodedMemory implements MemoryAttention {
    private static final int ROWS = 2; // axis of a row's key, and of the rows of values

    private final DecoderConfig.Sizes sizes;
    private final TensorNames names;

    CodedMemory(DecoderConfig config) {
        this.sizes = config.sizes();
        this.names = config.tensors();
    }

    @Override
    public void remember(LayerWriter layers, int layer, String keys, String values) {
        String key = DecoderFormat.memoryKey(layer);
        String turnedKeys = layers.transpose(key + ".turned", apart(layers, key, keys), 0, 2, 3, 1);
        round(layers.graph(), turnedKeys, key, DecoderFormat.memoryKeySteps(layer));
        layers.graph().output(key, INT8, 1, sizes.heads(), sizes.headSize(), "M");
        layers.graph().output(DecoderFormat.memoryKeySteps(layer), FLOAT, 1, sizes.heads(), 1, "M");
        String value = DecoderFormat.memoryValue(layer);
        String turnedValues = layers.transpose(value + ".turned", apart(layers, value, values), 0, 2, 1, 3);
        round(layers.graph(), turnedValues, value, DecoderFormat.memoryValueSteps(layer));
        layers.graph().output(value, INT8, 1, sizes.heads(), "M", sizes.headSize());
        layers.graph().output(DecoderFormat.memoryValueSteps(layer), FLOAT, 1, sizes.heads(), 1, sizes.headSize());
    }

    private String apart(LayerWriter layers, String name, String x) {
        return layers.reshape(name + ".apart", x, 1, -1, sizes.heads(), sizes.headSize());
    }

    /** Writes x as integers {@code codes} and, along {@link #ROWS}, their {@code steps}. */
    private static void round(GraphWriter graph, String x, String codes, String steps) {
        String largest = RoundedProduct.largest(graph, codes, graph.node("Abs", codes + ".abs", x), ROWS);
        String part = graph.floats(codes + ".part", new float[] {1f / RoundedProduct.LARGEST});
        String least = graph.floats(codes + ".least", new float[] {Float.MIN_NORMAL}); // of what is all noughts
        graph.node("Max", steps, graph.node("Mul", codes + ".step", largest, part), least);
        String whole = graph.node("Round", codes + ".whole", graph.node("Div", codes + ".divided", x, steps));
        graph.named("Cast", codes, whole).addAttribute(attribute("to", INT8));
    }

    @Override
    public String attend(LayerWriter layers, int layer, String name, String queries) {
        String scores = scores(layers, layer, name + ".scores", queries);
        String attended = mixed(layers, layer, name, layers.softmax(name + ".shares", scores));
        String turned = layers.transpose(name + ".turned", attended, 0, 2, 1, 3); // (1, n, heads, headSize)
        return layers.reshape(name + ".together", turned, 1, -1, (long) sizes.heads() * sizes.headSize());
    }

    /** {@code (1, heads, n, M)}. */
    private String scores(LayerWriter layers, int layer, String name, String queries) {
        GraphWriter graph = layers.graph();
        RoundedProduct product = new RoundedProduct(
                graph,
                graph.input(DecoderFormat.memoryKey(layer), INT8, 1, sizes.heads(), sizes.headSize(), "M"),
                graph.input(DecoderFormat.memoryKeySteps(layer), FLOAT, 1, sizes.heads(), 1, "M"));
        Float step = layers.step(queryScale(layer));
        if (step == null) {
            return product.ofRows(name, heads(layers, name, queries));
        }
        RoundedProduct.Rounded rounded = RoundedProduct.rounded(graph, name, queries, step);
        return product.of(name, rounded.in(heads(layers, name, rounded.codes())), "");
    }

    /** {@code (1, heads, n, headSize)} of x {@code (1, n, width)}. */
    private String heads(LayerWriter layers, String name, String x) {
        return layers.transpose(name + ".heads", apart(layers, name, x), 0, 2, 1, 3);
    }

    /** Values {@code (1, heads, n, headSize)}, mixed as shares {@code (1, heads, n, M)} say. */
    private String mixed(LayerWriter layers, int layer, String name, String shares) {
        GraphWriter graph = layers.graph();
        RoundedProduct product = new RoundedProduct(
                graph,
                graph.input(DecoderFormat.memoryValue(layer), INT8, 1, sizes.heads(), "M", sizes.headSize()),
                graph.input(DecoderFormat.memoryValueSteps(layer), FLOAT, 1, sizes.heads(), 1, sizes.headSize()));
        return product.ofUnsignedRows(name, shares);
    }

    /** The name of the step of a layer's queries, which lies beside the layer that makes them. */
    private String queryScale(int layer) {
        String query = names.of(layer, "memory_query");
        return query.substring(0, query.lastIndexOf('.') + 1) + "q_scale";
    }

    @Override
    public long bytes(int rows) {
        long numbers = 2L * sizes.headSize() * rows;
        long steps = (long) Float.BYTES * (rows + sizes.headSize());
        return (numbers + steps) * sizes.layers() * sizes.heads();
    }
}
