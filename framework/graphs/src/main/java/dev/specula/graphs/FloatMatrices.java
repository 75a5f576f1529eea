package dev.specula.graphs;

import java.nio.FloatBuffer;

/** Products in 32-bit floats. */
final class FloatMatrices implements Matrices {
    @Override
    public String product(GraphWriter graph, String x, Matrix matrix) {
        return Matrices.biased(graph, unbiased(graph, x, matrix), matrix);
    }

    /** The product without the bias. */
    String unbiased(GraphWriter graph, String x, Matrix matrix) {
        String weight = graph.constant(
                matrix.name() + ".weight",
                GraphWriter.FLOAT,
                (long) Float.BYTES * matrix.inputs() * matrix.outputs(),
                bytes -> transpose(matrix, bytes.asFloatBuffer()),
                matrix.inputs(),
                matrix.outputs());
        return graph.node("MatMul", matrix.name(), x, weight);
    }

    /** Writes the weight as (inputs, outputs). */
    private static void transpose(Matrix matrix, FloatBuffer turned) {
        int inputs = matrix.inputs();
        int outputs = matrix.outputs();
        matrix.tiles((first, count, values) -> {
            float[] column = new float[count];
            for (int in = 0; in < inputs; in++) {
                for (int row = 0; row < count; row++) {
                    column[row] = values[row * inputs + in];
                }
                turned.put(in * outputs + first, column);
            }
        });
    }
}
