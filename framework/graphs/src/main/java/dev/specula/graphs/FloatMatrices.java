package dev.specula.graphs;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Products in 32-bit floats. A long matrix is multiplied in pieces, side by side: the runtime holds what it packs twice, and a head may be
 * most of a model.
 */
final class FloatMatrices implements Matrices {
    private static final long LONGEST = 16L << 20; // bytes of a piece
    private static final int PANEL = 64; // outputs: a multiple of what kernels compute at once

    @Override
    public String product(GraphWriter graph, String x, Matrix matrix) {
        return Matrices.biased(graph, unbiased(graph, x, matrix), matrix);
    }

    /** The product without the bias. */
    String unbiased(GraphWriter graph, String x, Matrix matrix) {
        int most = (int) Math.max(PANEL, LONGEST / ((long) Float.BYTES * matrix.inputs()) / PANEL * PANEL);
        if (matrix.outputs() <= most) {
            return whole(graph, x, matrix);
        }
        List<String> products = new ArrayList<>();
        for (int from = 0; from < matrix.outputs(); from += most) {
            int count = Math.min(most, matrix.outputs() - from);
            products.add(whole(graph, x, matrix.part(matrix.name() + "." + products.size(), from, count)));
        }
        return Matrices.sideBySide(graph, matrix.name(), products);
    }

    private static String whole(GraphWriter graph, String x, Matrix matrix) {
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
