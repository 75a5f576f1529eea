package dev.specula.graphs;

import java.util.HashMap;
import java.util.Map;

/** Cosines and sines of a graph, written once for each rotary embedding that its layers use. */
final class RotaryTables {
    /** What the two tables of an embedding are called, each (positions, headSize / 2). */
    record Names(String cosines, String sines) {}

    private final GraphWriter graph;
    private final int positions;
    private final int headSize;
    private final Map<Rope, Names> written = new HashMap<>();

    RotaryTables(GraphWriter graph, int positions, int headSize) {
        this.graph = graph;
        this.positions = positions;
        this.headSize = headSize;
    }

    /** The tables of {@code rope}. */
    Names of(Rope rope) {
        Names known = written.get(rope);
        if (known == null) {
            String suffix = written.isEmpty() ? "" : "_" + written.size();
            int pairs = headSize / 2;
            known = new Names(
                    graph.floats("cos" + suffix, rope.cosines(positions, headSize), positions, pairs),
                    graph.floats("sin" + suffix, rope.sines(positions, headSize), positions, pairs));
            written.put(rope, known);
        }
        return known;
    }
}
