package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.FLOAT;

import dev.specula.onnx.DecoderFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes what turns the rows of an encoder into the keys and values that a decoder's layers attend to. A graph of its own:
 * decoders that share an encoder share its rows, and each makes its own keys.
 */
final class MemoryGraph {
    private final DecoderConfig config;
    private final MemoryAttention attention;
    private final LayerWriter layers;
    private final LayerWriter projections;

    private MemoryGraph(ModelParts parts, MemoryAttention attention, Matrices matrices) {
        this.config = parts.decoder();
        this.attention = attention;
        GraphWriter graph = new GraphWriter("memory");
        this.layers = new LayerWriter(graph, parts.decoderWeights(), matrices, config.order());
        this.projections = new LayerWriter(graph, parts.weights(), matrices, DecoderConfig.MatrixOrder.OUTPUTS_INPUTS);
    }

    /**
     * Writes the graph.
     *
     * @param encoderWidth width of the encoder's rows
     * @param attention what the decoder attends with
     * @param matrices how it multiplies
     */
    static WrittenGraph write(ModelParts parts, int encoderWidth, MemoryAttention attention, Matrices matrices) {
        return new MemoryGraph(parts, attention, matrices).write(parts.memoryProjection(), encoderWidth);
    }

    private WrittenGraph write(@Nullable String projection, int encoderWidth) {
        int width = config.sizes().memoryWidth();
        String x = layers.graph().input(DecoderFormat.MEMORY, FLOAT, 1, "M", encoderWidth);
        if (projection != null) {
            x = projections.product(x, projections.linear(projection, width, encoderWidth, true));
        }
        for (int layer = 0; layer < config.sizes().layers(); layer++) {
            Matrix[] keysAndValues = keysAndValues(layer, width);
            String keys = scaled(layers.product(x, keysAndValues[0]));
            attention.remember(layers, layer, keys, layers.product(x, keysAndValues[1]));
        }
        return layers.graph().write();
    }

    private Matrix[] keysAndValues(int layer, int width) {
        TensorNames names = config.tensors();
        int outputs = config.sizes().heads() * config.sizes().headSize();
        if (names.has("memory_key_value")) {
            Matrix both = layers.linear(
                    names.of(layer, "memory_key_value"),
                    2 * outputs,
                    width,
                    config.biases().value());
            return new Matrix[] {
                both.part(both.name() + ".key", 0, outputs), both.part(both.name() + ".value", outputs, outputs)
            };
        }
        return new Matrix[] {
            layers.linear(
                    names.of(layer, "memory_key"),
                    outputs,
                    width,
                    config.biases().key()),
            layers.linear(
                    names.of(layer, "memory_value"),
                    outputs,
                    width,
                    config.biases().value())
        };
    }

    /** Divided by what scores are: once here, and not in each pass. */
    private String scaled(String keys) {
        float scale = (float) (1 / Math.sqrt(config.sizes().headSize()));
        return layers.graph()
                .node("Mul", keys + ".scaled", keys, layers.graph().floats(keys + ".scale", new float[] {scale}));
    }
}
