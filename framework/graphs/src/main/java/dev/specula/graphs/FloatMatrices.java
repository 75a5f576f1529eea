package dev.specula.graphs;

/** Products in 32-bit floats. */
final class FloatMatrices implements Matrices {
    @Override
    public String product(GraphWriter graph, String x, Matrix matrix) {
        String weight = graph.floats(matrix.name() + ".weight", matrix.transposed(), matrix.inputs(), matrix.outputs());
        return Matrices.biased(graph, graph.node("MatMul", matrix.name(), x, weight), matrix);
    }
}
