package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.attribute;

import ai.onnx.proto.OnnxMl;
import dev.specula.model.ModelLoadException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes layers whose weights are tensors of a checkpoint: products, norms, tables. */
final class LayerWriter {
    private final GraphWriter graph;
    private final Weights weights;
    private final Matrices matrices;
    private final DecoderConfig.MatrixOrder order;

    LayerWriter(GraphWriter graph, Weights weights, Matrices matrices, DecoderConfig.MatrixOrder order) {
        this.graph = graph;
        this.weights = weights;
        this.matrices = matrices;
        this.order = order;
    }

    GraphWriter graph() {
        return graph;
    }

    /** The linear layer {@code name}. */
    Matrix linear(String name, int outputs, int inputs, boolean biased) {
        float @Nullable [] bias = biased ? weights.read(name + ".bias", outputs) : null;
        if (order == DecoderConfig.MatrixOrder.INPUTS_OUTPUTS) {
            return Matrix.stored(name, /* outputs= */ inputs, /* inputs= */ outputs, weights, name + ".weight", null)
                    .turned(bias);
        }
        return matrix(name, name + ".weight", outputs, inputs, bias);
    }

    /** A layer called {@code name} whose weight stays in the checkpoint, as {@code tensor}, (outputs, inputs). */
    Matrix matrix(String name, String tensor, int outputs, int inputs, float @Nullable [] bias) {
        return Matrix.stored(name, outputs, inputs, weights, tensor, bias);
    }

    /** x * transposed(matrix) + bias. */
    String product(String x, Matrix matrix) {
        return matrices.product(graph, x, matrix);
    }

    /** The same for the decoder's head. */
    String head(String x, Matrix matrix) {
        return matrices.head(graph, x, matrix);
    }

    /** The tensor {@code name} as a constant of the graph. */
    String constant(String name, int... shape) {
        if (shape.length == 2) {
            return graph.floats(name, matrix(name, name, shape[0], shape[1], null));
        }
        return graph.floats(
                name,
                weights.read(name, shape),
                Arrays.stream(shape).asLongStream().toArray());
    }

    /** The tensor {@code name} as a constant of the graph, in the shape it is stored in. */
    String stored(String name) {
        return constant(name, weights.shape(name));
    }

    /** The {@code count} numbers of a tensor whose shape has ones that do not matter. */
    float[] values(String name, int count) {
        float[] values = weights.read(name);
        if (values.length != count) {
            throw new ModelLoadException("Tensor \"" + name + "\" must hold the " + count
                    + " numbers that config.json implies, but has the shape " + Arrays.toString(weights.shape(name))
                    + ".");
        }
        return values;
    }

    /** A tensor as it is stored. */
    float[] read(String name, int... shape) {
        return weights.read(name, shape);
    }

    /** The norm {@code name} over the last axis of x. */
    String norm(String x, String name, NormKind kind, float epsilon, int width) {
        if (kind == NormKind.LAYER) {
            return graph.named(
                            "LayerNormalization",
                            name,
                            x,
                            constant(name + ".weight", width),
                            constant(name + ".bias", width))
                    .addAttribute(attribute("axis", -1))
                    .addAttribute(attribute("epsilon", epsilon))
                    .getName();
        }
        return graph.named("SimplifiedLayerNormalization", name, x, rmsWeight(name, kind, width))
                .addAttribute(attribute("axis", -1))
                .addAttribute(attribute("epsilon", epsilon))
                .addAttribute(attribute("stash_type", 1))
                .getName();
    }

    private String rmsWeight(String name, NormKind kind, int width) {
        float[] weight = weights.read(name + ".weight", width);
        if (kind == NormKind.RMS_PLUS_ONE) {
            for (int i = 0; i < width; i++) {
                weight[i] += 1;
            }
        }
        return graph.floats(name + ".weight", weight, width);
    }

    /** Adds and takes the norm {@code name} of the sum in one operator. The sum's name is {@link #sum}. */
    String normOfSum(String residual, String addend, String name, NormKind kind, float epsilon, int width) {
        OnnxMl.NodeProto.Builder node = kind == NormKind.LAYER
                ? graph.operator(
                        "SkipLayerNormalization",
                        GraphWriter.MICROSOFT,
                        name,
                        residual,
                        addend,
                        constant(name + ".weight", width),
                        constant(name + ".bias", width))
                : graph.operator(
                        "SkipSimplifiedLayerNormalization",
                        GraphWriter.MICROSOFT,
                        name,
                        residual,
                        addend,
                        rmsWeight(name, kind, width));
        node.addAttribute(attribute("epsilon", epsilon))
                .addOutput(name)
                .addOutput("")
                .addOutput("")
                .addOutput(sum(name));
        return name;
    }

    /** The name of the sum that {@link #normOfSum} normalises. */
    static String sum(String norm) {
        return norm + ".sum";
    }

    /** Shares of x along its last axis. */
    String softmax(String name, String x) {
        return graph.named("Softmax", name, x)
                .addAttribute(attribute("axis", -1))
                .getName();
    }

    /** The step {@code name} that the checkpoint gives for rounding in 8 bits; null where it gives none. */
    @Nullable
    Float step(String name) {
        float[] steps = RoundingSteps.read(weights, name, 1);
        return steps == null ? null : steps[0];
    }

    String reshape(String name, String x, long... shape) {
        return graph.node("Reshape", name, x, graph.longs(name + ".shape", shape, shape.length));
    }

    String transpose(String name, String x, long... order) {
        return graph.named("Transpose", name, x)
                .addAttribute(attribute("perm", order))
                .getName();
    }
}
