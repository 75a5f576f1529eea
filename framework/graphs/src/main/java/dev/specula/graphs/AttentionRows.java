package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.attribute;

/** The rows that attention to columns computes: those of the pass, and beside a lone one its copy. */
final class AttentionRows {
    private final GraphWriter graph;
    private final boolean lone;

    AttentionRows(GraphWriter graph, DecoderGraph.Variant variant) {
        this.graph = graph;
        this.lone = variant == DecoderGraph.Variant.LONE;
    }

    /** What enters attention, of {@code x} (1, n, width). */
    String enter(String x) {
        if (!lone) {
            return x;
        }
        return graph.named("Concat", x + ".twice", x, x)
                .addAttribute(attribute("axis", 1))
                .getName();
    }

    /** What leaves it for {@code x}, (1, n, width) again. */
    String leave(String x) {
        if (!lone) {
            return x;
        }
        return graph.named("Gather", x + ".once", x, graph.longs(x + ".first", new long[] {0}, 1))
                .addAttribute(attribute("axis", 1))
                .getName();
    }
}
