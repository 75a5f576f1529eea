package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.attribute;

import ai.onnx.proto.OnnxMl;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes layers that a condition steers by shift, scale and gate (adaLN-Zero, Peebles and Xie 2023), as {@code training} has
 * them. Names of weights are those of the checkpoint.
 */
final class AdaptiveLayers {
    private final GraphWriter graph;
    private final Weights weights;
    private final Matrices matrices;
    private final DenoiserConfig config;

    AdaptiveLayers(GraphWriter graph, Weights weights, Matrices matrices, DenoiserConfig config) {
        this.graph = graph;
        this.weights = weights;
        this.matrices = matrices;
        this.config = config;
    }

    /** What a part of a modulation is for. */
    enum Part {
        SHIFT,
        SCALE,
        GATE
    }

    String linear(String x, String name, int outputs, int inputs) {
        return matrices.product(
                graph,
                x,
                new Matrix(
                        name,
                        outputs,
                        inputs,
                        weights.read(name + ".weight", outputs, inputs),
                        weights.read(name + ".bias", outputs)));
    }

    String silu(String x) {
        return graph.node("Mul", x + ".silu", x, graph.node("Sigmoid", x + ".sigmoid", x));
    }

    /** Times (n, 1) -> what is told of them (n, hidden). */
    String time(String times) {
        String frequencies = graph.floats("frequencies", config.frequencies(), 1, config.waves() / 2);
        String angles = graph.node("Mul", "angles", times, frequencies);
        OnnxMl.NodeProto.Builder waves = graph.named(
                "Concat", "waves", graph.node("Sin", "sines", angles), graph.node("Cos", "cosines", angles));
        waves.addAttribute(attribute("axis", 1));
        return linear("waves", "condition.time", config.hidden(), config.waves());
    }

    /** All that is told, summed (n, hidden) -> what steers the blocks (n, hidden). */
    String steering(String told) {
        return silu(linear(silu(told), "condition.mix", config.hidden(), config.hidden()));
    }

    /**
     * The parts of a modulation that {@code wanted} numbers, at least two, each (n, hidden) for {@code places} 0 and (n, 1,
     * hidden) for more: the same for all places. A scale has its 1 in it.
     */
    List<String> modulation(String steering, String name, List<Part> parts, List<Integer> wanted, int places) {
        int hidden = config.hidden();
        float[] weight = weights.read(name + ".weight", parts.size() * hidden, hidden);
        float[] bias = weights.read(name + ".bias", parts.size() * hidden);
        float[] wantedWeight = new float[wanted.size() * hidden * hidden];
        float[] wantedBias = new float[wanted.size() * hidden];
        for (int i = 0; i < wanted.size(); i++) {
            int part = wanted.get(i);
            System.arraycopy(weight, part * hidden * hidden, wantedWeight, i * hidden * hidden, hidden * hidden);
            for (int j = 0; j < hidden; j++) {
                wantedBias[i * hidden + j] = bias[part * hidden + j] + (parts.get(part) == Part.SCALE ? 1 : 0);
            }
        }
        String whole = name + (wanted.size() == parts.size() ? "" : ".part");
        String product = matrices.product(
                graph, steering, new Matrix(whole, wanted.size() * hidden, hidden, wantedWeight, wantedBias));
        String placed = places == 0
                ? product
                : graph.node("Unsqueeze", whole + ".placed", product, graph.longs(whole + ".axis", new long[] {1}, 1));
        OnnxMl.NodeProto.Builder split = graph.operator("Split", "", whole + ".split", placed)
                .addAttribute(attribute("axis", -1))
                .addAttribute(attribute("num_outputs", wanted.size()));
        List<String> names = new ArrayList<>();
        for (int part : wanted) {
            names.add(whole + "." + part);
            split.addOutput(whole + "." + part);
        }
        return names;
    }

    /** {@code x} normalised, stretched and moved. */
    String norm(String x, String name, String shift, String scale) {
        int width = config.hidden();
        String weight = graph.floats(name + ".weight", weights.read(name + ".weight", width), width);
        String bias = graph.floats(name + ".bias", weights.read(name + ".bias", width), width);
        String normed = graph.named("LayerNormalization", name, x, weight, bias)
                .addAttribute(attribute("axis", -1))
                .addAttribute(attribute("epsilon", config.normEpsilon()))
                .getName();
        return graph.node("Add", name + ".moved", graph.node("Mul", name + ".stretched", normed, scale), shift);
    }

    /** {@code x + gate * added}. */
    String gated(String x, String added, String gate, String name) {
        return graph.node("Add", name, x, graph.node("Mul", name + ".gated", added, gate));
    }
}
