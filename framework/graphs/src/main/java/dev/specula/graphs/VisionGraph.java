package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.FLOAT;
import static dev.specula.graphs.GraphWriter.attribute;

import ai.onnx.proto.OnnxMl;
import dev.specula.onnx.DecoderFormat;
import java.util.Arrays;

/**
 * Writes a small picture encoder: convolutions, pre-norm transformer blocks, pixel shuffle and a projection. pixel_values (1, 3, S, S) -> rows (rows, row width). Always in 32-bit floats: it runs once per picture.
 */
final class VisionGraph {
    private static final String VISION = "model.vision_model.";

    private final VisionConfig config;
    private final Weights weights;
    private final Matrices matrices = new FloatMatrices();
    private final GraphWriter graph = new GraphWriter("vision");

    private VisionGraph(VisionConfig config, Weights weights) {
        this.config = config;
        this.weights = weights;
    }

    static OnnxMl.ModelProto write(VisionConfig config, Weights weights) {
        return new VisionGraph(config, weights).write();
    }

    private OnnxMl.ModelProto write() {
        String x = graph.input(DecoderFormat.PIXELS, FLOAT, 1, 3, config.imageSize(), config.imageSize());
        x = patches(stem(x));
        String positions = VISION + "embeddings.position_embedding.weight";
        float[] position = weights.read(positions, config.patches(), config.hidden());
        x = graph.node("Add", "embedded", x, graph.floats(positions, position, config.patches(), config.hidden()));
        for (int layer = 0; layer < config.layers(); layer++) {
            x = layer(x, VISION + "encoder.layers." + layer + ".");
        }
        x = pixelShuffle(norm(x, VISION + "post_layernorm"));
        int pooledWidth = config.hidden() * config.poolFactor() * config.poolFactor();
        String name = "model.connector.modality_projection.proj";
        Matrix projection = new Matrix(
                name,
                config.rowWidth(),
                pooledWidth,
                weights.read(name + ".weight", config.rowWidth(), pooledWidth),
                null);
        reshape(DecoderFormat.ROWS, matrices.product(graph, x, projection), config.rows(), config.rowWidth());
        graph.output(DecoderFormat.ROWS, FLOAT, config.rows(), config.rowWidth());
        return graph.write();
    }

    private String stem(String x) {
        for (int i = 0; i < config.stemStrides().size(); i++) {
            int stride = config.stemStrides().get(i);
            String name = VISION + "embeddings.stem." + i;
            int[] shape = weights.shape(name + ".weight");
            String weight = graph.floats(name + ".weight", weights.read(name + ".weight"), shape[0], shape[1], 3, 3);
            String bias = graph.floats(name + ".bias", weights.read(name + ".bias", shape[0]), shape[0]);
            String convolved = graph.named("Conv", name, x, weight, bias)
                    .addAttribute(attribute("kernel_shape", new long[] {3, 3}))
                    .addAttribute(attribute("strides", new long[] {stride, stride}))
                    .addAttribute(attribute("pads", new long[] {1, 1, 1, 1}))
                    .getName();
            x = graph.node("Gelu", name + ".gelu", convolved);
        }
        return x;
    }

    /** (1, width, side, side) -> (1, patches, width), row by row. */
    private String patches(String x) {
        String flat = reshape("stem.flat", x, 1, config.hidden(), config.patches());
        return transpose("stem.patches", flat, 0, 2, 1);
    }

    private String layer(String x, String at) {
        String attended = attention(norm(x, at + "layer_norm1"), at + "self_attn.");
        String middle = graph.node("Add", at + "attended", x, attended);
        String inner = linear(norm(middle, at + "layer_norm2"), at + "mlp.fc1", config.intermediate(), config.hidden());
        String active = graph.node("Gelu", at + "mlp.gelu", inner);
        return graph.node(
                "Add", at + "out", middle, linear(active, at + "mlp.fc2", config.hidden(), config.intermediate()));
    }

    private String attention(String x, String at) {
        int width = config.hidden();
        String query = linear(x, at + "q_proj", width, width);
        String key = linear(x, at + "k_proj", width, width);
        String value = linear(x, at + "v_proj", width, width);
        String attended = graph.operator("MultiHeadAttention", GraphWriter.MICROSOFT, at + "heads", query, key, value)
                .addAttribute(attribute("num_heads", config.heads()))
                .addOutput(at + "heads")
                .getName();
        return linear(attended, at + "out_proj", width, width);
    }

    /** Folds squares of patches into the width, in the order Idefics3 does: (1, patches, E) -> (1, rows, E * s * s). */
    private String pixelShuffle(String x) {
        int s = config.poolFactor();
        int side = config.side();
        int width = config.hidden();
        String wide = reshape("shuffle.wide", x, 1, side, side / s, width * s);
        String turned = transpose("shuffle.turned", wide, 0, 2, 1, 3);
        String square = reshape("shuffle.square", turned, 1, side / s, side / s, width * s * s);
        String back = transpose("shuffle.back", square, 0, 2, 1, 3);
        return reshape("shuffle.rows", back, 1, config.rows(), width * s * s);
    }

    private String linear(String x, String name, int outputs, int inputs) {
        float[] weight = weights.read(name + ".weight", outputs, inputs);
        return matrices.product(
                graph, x, new Matrix(name, outputs, inputs, weight, weights.read(name + ".bias", outputs)));
    }

    private String norm(String x, String name) {
        int width = config.hidden();
        String weight = graph.floats(name + ".weight", weights.read(name + ".weight", width), width);
        String bias = graph.floats(name + ".bias", weights.read(name + ".bias", width), width);
        return graph.named("LayerNormalization", name, x, weight, bias)
                .addAttribute(attribute("axis", -1))
                .addAttribute(attribute("epsilon", config.normEpsilon()))
                .getName();
    }

    private String reshape(String name, String x, int... shape) {
        long[] sizes = Arrays.stream(shape).asLongStream().toArray();
        return graph.node("Reshape", name, x, graph.longs(name + ".shape", sizes, sizes.length));
    }

    private String transpose(String name, String x, long... order) {
        return graph.named("Transpose", name, x)
                .addAttribute(attribute("perm", order))
                .getName();
    }
}
