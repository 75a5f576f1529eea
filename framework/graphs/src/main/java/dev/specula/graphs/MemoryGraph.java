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
    private final LayerWriter layers;
    private final LayerWriter projections;

    private MemoryGraph(ModelParts parts, Matrices matrices) {
        this.config = parts.decoder();
        GraphWriter graph = new GraphWriter("memory");
        this.layers = new LayerWriter(graph, parts.decoderWeights(), matrices, config.order());
        this.projections = new LayerWriter(graph, parts.weights(), matrices, DecoderConfig.MatrixOrder.OUTPUTS_INPUTS);
    }

    /**
     * Writes the graph.
     *
     * @param encoderWidth width of the encoder's rows
     * @param matrices how it multiplies
     */
    static WrittenGraph write(ModelParts parts, int encoderWidth, Matrices matrices) {
        return new MemoryGraph(parts, matrices).write(parts.memoryProjection(), encoderWidth);
    }

    private WrittenGraph write(@Nullable String projection, int encoderWidth) {
        int width = config.sizes().memoryWidth();
        String x = layers.graph().input(DecoderFormat.MEMORY, FLOAT, 1, "M", encoderWidth);
        if (projection != null) {
            x = projections.product(x, projections.linear(projection, width, encoderWidth, true));
        }
        for (int layer = 0; layer < config.sizes().layers(); layer++) {
            Matrix[] keysAndValues = keysAndValues(layer, width);
            outputKeys(x, keysAndValues[0], DecoderFormat.memoryKey(layer));
            outputValues(x, keysAndValues[1], DecoderFormat.memoryValue(layer));
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

    /** Keys of (heads, 1, headSize, rows), divided by what scores are: once here, and not in each pass. */
    private void outputKeys(String x, Matrix matrix, String name) {
        int heads = config.sizes().heads();
        int size = config.sizes().headSize();
        String scale = layers.graph().floats(name + ".scale", new float[] {(float) (1 / Math.sqrt(size))});
        String scaled = layers.graph().node("Mul", name + ".scaled", layers.product(x, matrix), scale);
        layers.transpose(name, layers.reshape(name + ".apart", scaled, 1, -1, heads, size), 2, 0, 3, 1);
        layers.graph().output(name, FLOAT, heads, 1, size, "M");
    }

    /** Values of (heads, 1, rows, headSize). */
    private void outputValues(String x, Matrix matrix, String name) {
        int heads = config.sizes().heads();
        int size = config.sizes().headSize();
        layers.transpose(
                name, layers.reshape(name + ".apart", layers.product(x, matrix), 1, -1, heads, size), 2, 0, 1, 3);
        layers.graph().output(name, FLOAT, heads, 1, "M", size);
    }
}
