package dev.specula.graphs;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Products of 8-bit integers; each output has a scale of its own. Rows of x are rounded with the steps that the checkpoint gives for
 * the layer or, where it gives none, each with the scale of its own largest value: four more operators, a tenth
 * to a fifth of a small model's pass. The usual dynamic quantisation has one scale for all rows, and a row would change with its neighbours.
 *
 * <p>Steps of single inputs go into the weight: x is divided by them, the weight's columns are multiplied (Xiao et al. 2023,
 * SmoothQuant, with all of the unevenness moved).
 */
final class RowwiseMatrices implements Matrices {
    @Override
    public String product(GraphWriter graph, String x, Matrix matrix) {
        String name = matrix.name();
        float[] steps = matrix.inputScales();
        boolean byInput = steps != null && steps.length > 1;
        float[] scales = new float[matrix.outputs()];
        String weight = graph.constant(
                name + ".weight",
                GraphWriter.INT8,
                (long) matrix.inputs() * matrix.outputs(),
                codes -> quantise(
                        matrix,
                        byInput ? steps : null,
                        scales,
                        codes,
                        graph.rounding().of(name)),
                matrix.inputs(),
                matrix.outputs());
        RoundedProduct product =
                new RoundedProduct(graph, weight, graph.floats(name + ".scales", scales, matrix.outputs()));
        if (steps == null) {
            return Matrices.biased(graph, product.ofRows(name, x), matrix);
        }
        float[] bias = matrix.bias();
        String added = bias == null ? "" : graph.floats(name + ".bias", bias, matrix.outputs());
        RoundedProduct.Rounded rounded = byInput
                ? RoundedProduct.rounded(graph, name, divided(graph, name, x, steps), 1)
                : RoundedProduct.rounded(graph, name, x, steps[0]);
        return product.of(name, rounded, added);
    }

    private static String divided(GraphWriter graph, String name, String x, float[] steps) {
        float[] inverse = new float[steps.length];
        for (int i = 0; i < steps.length; i++) {
            inverse[i] = 1 / steps[i];
        }
        return graph.node("Mul", name + ".divided", x, graph.floats(name + ".inverse_steps", inverse, steps.length));
    }

    /** Writes codes as (inputs, outputs), of the weight whose columns are multiplied by {@code steps}. */
    private static void quantise(
            Matrix matrix, float @Nullable [] steps, float[] scales, ByteBuffer codes, RoundingError.Sums error) {
        int inputs = matrix.inputs();
        int outputs = matrix.outputs();
        matrix.tiles((first, count, values) -> {
            for (int row = 0; row < count; row++) {
                float largest = 0;
                for (int in = 0; in < inputs; in++) {
                    int at = row * inputs + in;
                    values[at] *= steps == null ? 1 : steps[in];
                    largest = Math.max(largest, Math.abs(values[at]));
                }
                scales[first + row] = largest == 0 ? 1f : largest / RoundedProduct.LARGEST;
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
}
