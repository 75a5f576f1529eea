package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.FLOAT;
import static dev.specula.graphs.GraphWriter.attribute;

import ai.onnx.proto.OnnxMl;
import dev.specula.onnx.DecoderFormat;
import java.util.Arrays;

/**
 * Writes an encoder of pictures or sounds: patches or convolutions, transformer blocks that see everything, and what connects
 * it to a decoder. One input, (1, channels, …), gives rows (rows, row width). Convolutions and attention are in 32-bit floats.
 */
final class EncoderGraph {
    private static final String CLASS = "class";

    private final EncoderConfig config;
    private final Bridge bridge;
    private final GraphWriter graph = new GraphWriter("encoder");
    private final LayerWriter layers;
    private final LayerWriter around;

    private EncoderGraph(EncoderConfig config, Weights weights, Bridge bridge, Weights all, Matrices matrices) {
        this.config = config;
        this.bridge = bridge;
        this.layers = writer(weights, matrices);
        this.around = writer(all, matrices);
    }

    private LayerWriter writer(Weights weights, Matrices matrices) {
        return new LayerWriter(graph, weights, matrices, DecoderConfig.MatrixOrder.OUTPUTS_INPUTS);
    }

    /**
     * Writes the graph.
     *
     * @param weights where the encoder's tensors are
     * @param all where those of the bridge are
     * @param matrices how it multiplies
     */
    static WrittenGraph write(EncoderConfig config, Weights weights, Bridge bridge, Weights all, Matrices matrices) {
        return new EncoderGraph(config, weights, bridge, all, matrices).write();
    }

    private WrittenGraph write() {
        Object[] shape =
                Arrays.stream(config.batch()).mapToObj(Math::toIntExact).toArray();
        String x = graph.input(DecoderFormat.ENCODER_INPUT, FLOAT, shape);
        x = placed(config.patch() > 0 ? patches(x) : stem(x));
        for (int layer = 0; layer < config.blocks(); layer++) {
            x = block(x, layer);
        }
        if (bridge.takesLast() && config.tensors().has("final_norm")) {
            x = norm(x, config.tensors().of("final_norm"));
        }
        if (bridge.dropsFirst()) {
            x = graph.node(
                    "Slice",
                    "patches.alone",
                    x,
                    graph.longs("patches.from", new long[] {1}, 1),
                    graph.longs("patches.to", new long[] {config.places()}, 1),
                    graph.longs("patches.axis", new long[] {1}, 1));
        }
        x = bridge.write(around, config, x);
        layers.reshape(DecoderFormat.ROWS, x, bridge.rows(config), bridge.width(config));
        graph.output(DecoderFormat.ROWS, FLOAT, bridge.rows(config), bridge.width(config));
        return graph.write();
    }

    private String patches(String x) {
        int patch = config.patch();
        String name = config.tensors().of("patches");
        int width = config.sizes().hidden();
        OnnxMl.NodeProto.Builder node =
                graph.named("Conv", name, x, layers.constant(name + ".weight", width, 3, patch, patch));
        if (config.biases().patches()) {
            node.addInput(layers.constant(name + ".bias", width));
        }
        node.addAttribute(attribute("kernel_shape", new long[] {patch, patch}))
                .addAttribute(attribute("strides", new long[] {patch, patch}));
        return cells(name);
    }

    private String stem(String x) {
        String last = x;
        long axes = config.input().size() - 1L;
        for (EncoderConfig.Convolution convolution : config.stem()) {
            String name = convolution.name();
            String weight = layers.stored(name + ".weight");
            String bias = layers.stored(name + ".bias");
            String convolved = graph.named("Conv", name, last, weight, bias)
                    .addAttribute(attribute("kernel_shape", repeated(3, axes)))
                    .addAttribute(attribute("strides", repeated(convolution.stride(), axes)))
                    .addAttribute(attribute("pads", repeated(1, 2 * axes)))
                    .getName();
            last = config.activation().write(graph, name + ".active", convolved);
        }
        return cells(last);
    }

    private static long[] repeated(long value, long times) {
        long[] all = new long[Math.toIntExact(times)];
        Arrays.fill(all, value);
        return all;
    }

    /** (1, width, …) -> (1, cells, width), row by row. */
    private String cells(String x) {
        String flat = layers.reshape("cells.flat", x, 1, config.sizes().hidden(), config.cells());
        return layers.transpose("cells", flat, 0, 2, 1);
    }

    /** With a class token before the patches, where there is one, and positions. */
    private String placed(String cells) {
        int width = config.sizes().hidden();
        String x = cells;
        if (config.tensors().has(CLASS)) {
            String token =
                    graph.floats("class.token", layers.values(config.tensors().of(CLASS), width), 1, 1, width);
            x = graph.named("Concat", "class.cells", token, x)
                    .addAttribute(attribute("axis", 1))
                    .getName();
        }
        int places = config.places();
        float[] positions = layers.values(config.tensors().of("positions"), places * width);
        x = graph.node("Add", "placed", x, graph.floats("positions", positions, places, width));
        return config.tensors().has("first_norm") ? norm(x, config.tensors().of("first_norm")) : x;
    }

    private String block(String x, int layer) {
        TensorNames names = config.tensors();
        String attended = attention(norm(x, names.of(layer, "attention_norm")), layer);
        String middle = graph.node("Add", names.of(layer, "output") + ".sum", x, attended);
        String read = norm(middle, names.of(layer, "feed_forward_norm"));
        int inner = config.sizes().intermediate();
        int width = config.sizes().hidden();
        boolean biased = config.biases().feedForward();
        Matrix up = layers.linear(names.of(layer, "up"), inner, width, biased);
        Matrix down = layers.linear(names.of(layer, "down"), width, inner, biased);
        String active = config.activation().write(graph, up.name() + ".active", layers.product(read, up));
        return graph.node("Add", down.name() + ".sum", middle, layers.product(active, down));
    }

    private String attention(String x, int layer) {
        int width = config.sizes().hidden();
        TensorNames names = config.tensors();
        EncoderConfig.Biases biases = config.biases();
        String name = names.of(layer, "output") + ".attention";
        String attended = graph.operator(
                        "MultiHeadAttention",
                        GraphWriter.MICROSOFT,
                        name,
                        layers.product(x, layers.linear(names.of(layer, "query"), width, width, biases.query())),
                        layers.product(x, layers.linear(names.of(layer, "key"), width, width, biases.key())),
                        layers.product(x, layers.linear(names.of(layer, "value"), width, width, biases.value())))
                .addAttribute(attribute("num_heads", config.sizes().heads()))
                .addOutput(name)
                .getName();
        return layers.product(attended, layers.linear(names.of(layer, "output"), width, width, biases.output()));
    }

    private String norm(String x, String name) {
        DecoderConfig.Norms norms = config.norms();
        return layers.norm(
                x, name, norms.kind(), norms.epsilon(), config.sizes().hidden());
    }
}
