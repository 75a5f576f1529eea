package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.attribute;

import java.nio.ByteBuffer;

/**
 * Products of 8-bit integers: each row of x is rounded with the scale of its own largest value, each output has a scale of
 * its own. The usual dynamic quantisation has one scale for all rows, and a row would change with its neighbours.
 */
final class RowwiseMatrices implements Matrices {
    private static final int LARGEST = 127;

    @Override
    public String product(GraphWriter graph, String x, Matrix matrix) {
        String name = matrix.name();
        float[] scales = new float[matrix.outputs()];
        String weight = graph.constant(
                name + ".weight",
                GraphWriter.INT8,
                (long) matrix.inputs() * matrix.outputs(),
                codes -> quantise(matrix, scales, codes, graph.rounding().of(name)),
                matrix.inputs(),
                matrix.outputs());
        String size = graph.node("Abs", name + ".abs", x);
        String largest = graph.named("ReduceMax", name + ".max", size, axes(graph, name))
                .addAttribute(attribute("keepdims", 1))
                .getName();
        String scale = graph.node("Max", name + ".row_scale", largest, scalar(graph, name + ".floor", 1e-20f));
        String divided = graph.node("Div", name + ".divided", x, scale);
        String zero = graph.bytes(name + ".zero", GraphWriter.UINT8, new byte[] {(byte) 128});
        // The step is the same for all rows: the operator takes one, and the row's own scale comes after the product.
        String step = scalar(graph, name + ".step", 1f / LARGEST);
        String rounded = graph.node("QuantizeLinear", name + ".rounded", divided, step, zero);
        String byOutput = graph.floats(name + ".scales", scales, matrix.outputs());
        String product = graph.operator(
                        "MatMulIntegerToFloat",
                        GraphWriter.MICROSOFT,
                        name + ".product",
                        rounded,
                        weight,
                        step,
                        byOutput,
                        zero)
                .addOutput(name + ".product")
                .getName();
        return Matrices.biased(graph, graph.node("Mul", name, product, scale), matrix);
    }

    /** Writes codes as (inputs, outputs). */
    private static void quantise(Matrix matrix, float[] scales, ByteBuffer codes, RoundingError.Sums error) {
        int inputs = matrix.inputs();
        int outputs = matrix.outputs();
        matrix.tiles((first, count, values) -> {
            for (int row = 0; row < count; row++) {
                float largest = 0;
                for (int at = row * inputs; at < (row + 1) * inputs; at++) {
                    largest = Math.max(largest, Math.abs(values[at]));
                }
                scales[first + row] = largest == 0 ? 1f : largest / LARGEST;
            }
            byte[] column = new byte[count];
            for (int in = 0; in < inputs; in++) {
                for (int row = 0; row < count; row++) {
                    float value = values[row * inputs + in];
                    column[row] = (byte) Math.round(value / scales[first + row]);
                    error.add(value, column[row] * scales[first + row]);
                }
                codes.put(in * outputs + first, column);
            }
        });
    }

    private static String axes(GraphWriter graph, String name) {
        return graph.longs(name + ".axes", new long[] {-1}, 1);
    }

    private static String scalar(GraphWriter graph, String name, float value) {
        return graph.floats(name, new float[] {value});
    }
}
