package dev.specula.graphs;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** Products in 32-bit floats. */
final class FloatMatrices implements Matrices {
    private static final long LONGEST = 16L << 20; // bytes of a piece of a head
    private static final int PANEL = 64; // outputs: a multiple of what kernels compute at once

    @Override
    public String product(GraphWriter graph, String x, Matrix matrix) {
        return Matrices.biased(graph, unbiased(graph, x, matrix), matrix);
    }

    /**
     * In pieces, side by side: the runtime holds twice what it packs, and a head may be most of a model. Layers stay whole, for over
     * hundreds of rows pieces take up to a fifth longer.
     */
    @Override
    public String head(GraphWriter graph, String x, Matrix matrix) {
        int most = (int) Math.max(PANEL, LONGEST / ((long) Float.BYTES * matrix.inputs()) / PANEL * PANEL);
        if (matrix.outputs() <= most) {
            return product(graph, x, matrix);
        }
        List<String> products = new ArrayList<>();
        for (int from = 0; from < matrix.outputs(); from += most) {
            int count = Math.min(most, matrix.outputs() - from);
            products.add(product(graph, x, matrix.part(matrix.name() + "." + products.size(), from, count)));
        }
        return Matrices.sideBySide(graph, matrix.name(), products);
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
