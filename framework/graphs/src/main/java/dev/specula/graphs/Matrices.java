package dev.specula.graphs;

import java.util.List;

/** Writes products with constant matrices in one weight format. */
interface Matrices {
    /** Writes {@code x * transposed(matrix) + bias} for x (1, rows, inputs); returns its name, (1, rows, outputs). */
    String product(GraphWriter graph, String x, Matrix matrix);

    /** The same for a decoder's head: far more outputs than inputs, and few rows. */
    default String head(GraphWriter graph, String x, Matrix matrix) {
        return product(graph, x, matrix);
    }

    /** Joins products with the same x; returns {@code name}. */
    static String sideBySide(GraphWriter graph, String name, List<String> products) {
        graph.named("Concat", name, products.toArray(String[]::new)).addAttribute(GraphWriter.attribute("axis", -1));
        return name;
    }

    /** Adds the bias of the matrix, if it has one. */
    static String biased(GraphWriter graph, String product, Matrix matrix) {
        if (matrix.bias() == null) {
            return product;
        }
        String bias = graph.floats(matrix.name() + ".bias", matrix.bias(), matrix.outputs());
        return graph.node("Add", matrix.name() + ".biased", product, bias);
    }
}
