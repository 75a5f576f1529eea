package dev.specula.graphs;

/** Writes products with constant matrices in one weight format. */
interface Matrices {
    /** Writes {@code x * transposed(matrix) + bias} for x (1, rows, inputs); returns its name, (1, rows, outputs). */
    String product(GraphWriter graph, String x, Matrix matrix);

    /** Adds the bias of the matrix, if it has one. */
    static String biased(GraphWriter graph, String product, Matrix matrix) {
        if (matrix.bias() == null) {
            return product;
        }
        String bias = graph.floats(matrix.name() + ".bias", matrix.bias(), matrix.outputs());
        return graph.node("Add", matrix.name() + ".biased", product, bias);
    }
}
