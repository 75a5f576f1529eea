package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.attribute;

import dev.specula.onnx.DecoderFormat;

/** The rows that attention to columns computes: those of the pass, and beside a lone one its copy. */
final class AttentionRows {
    private static final String COUNT = "attention.rows"; // of attention
    private static final String WIDTH = "attention.rows.wide"; // the same, and any width
    private static final String TOKENS = "attention.tokens"; // of the pass

    private final GraphWriter graph;
    private final DecoderGraph.Variant variant;

    AttentionRows(GraphWriter graph, DecoderGraph.Variant variant) {
        this.graph = graph;
        this.variant = variant;
    }

    /** Writes what all layers need, once the inputs are declared; gives the positions of the rows. */
    String positions() {
        if (variant != DecoderGraph.Variant.SOLE) {
            return DecoderFormat.POSITIONS;
        }
        dimension(COUNT, DecoderFormat.MASK, 2);
        dimension(TOKENS, DecoderFormat.TOKENS, 1);
        graph.named("Concat", WIDTH, COUNT, graph.longs(WIDTH + ".any", new long[] {1}, 1))
                .addAttribute(attribute("axis", 0));
        return graph.node("Expand", "attention.positions", DecoderFormat.POSITIONS, COUNT);
    }

    private void dimension(String name, String input, int axis) {
        graph.named("Shape", name, input)
                .addAttribute(attribute("start", axis))
                .addAttribute(attribute("end", axis + 1));
    }

    /** What enters attention, of {@code x} (1, n, width). */
    String enter(String x) {
        return switch (variant) {
            case CHAIN, GENERAL -> x;
            case LONE ->
                graph.named("Concat", x + ".twice", x, x)
                        .addAttribute(attribute("axis", 1))
                        .getName();
            case SOLE -> graph.node("Expand", x + ".twice", x, WIDTH);
        };
    }

    /** What leaves it for {@code x}, (1, n, width) again. */
    String leave(String x) {
        return switch (variant) {
            case CHAIN, GENERAL -> x;
            case LONE ->
                graph.named("Gather", x + ".once", x, graph.longs(x + ".first", new long[] {0}, 1))
                        .addAttribute(attribute("axis", 1))
                        .getName();
            case SOLE ->
                graph.node(
                        "Slice",
                        x + ".once",
                        x,
                        graph.longs(x + ".first", new long[] {0}, 1),
                        TOKENS,
                        graph.longs(x + ".axis", new long[] {1}, 1));
        };
    }
}
