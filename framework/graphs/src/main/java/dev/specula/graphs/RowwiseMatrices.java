package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.attribute;

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
        byte[] codes = new byte[matrix.weight().length];
        quantise(matrix, scales, codes);

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
        String weight = graph.bytes(name + ".weight", GraphWriter.INT8, codes, matrix.inputs(), matrix.outputs());
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

    private static void quantise(Matrix matrix, float[] scales, byte[] codes) {
        int inputs = matrix.inputs();
        int outputs = matrix.outputs();
        for (int out = 0; out < outputs; out++) {
            float largest = 0;
            for (int in = 0; in < inputs; in++) {
                largest = Math.max(largest, Math.abs(matrix.weight()[out * inputs + in]));
            }
            scales[out] = largest == 0 ? 1f : largest / LARGEST;
            for (int in = 0; in < inputs; in++) {
                codes[in * outputs + out] = (byte) Math.round(matrix.weight()[out * inputs + in] / scales[out]);
            }
        }
    }

    private static String axes(GraphWriter graph, String name) {
        return graph.longs(name + ".axes", new long[] {-1}, 1);
    }

    private static String scalar(GraphWriter graph, String name, float value) {
        return graph.floats(name, new float[] {value});
    }
}
