package dev.specula.graphs;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Products with 4-bit matrices, a scale for every 32 inputs of an output. Weights that are stored just so keep their codes; all
 * others are rounded with the scale that loses least.
 */
final class BlockMatrices implements Matrices {
    static final CodeLayout LAYOUT = new CodeLayout(4, 32, false);

    @Override
    public String product(GraphWriter graph, String x, Matrix matrix) {
        CodedProduct product = new CodedProduct(graph, matrix.name(), LAYOUT, matrix.inputs());
        RoundingError.Sums error = graph.rounding().of(matrix.name());
        boolean stored = matrix.parts().stream().allMatch(BlockMatrices::isStoredSo);
        String name = stored
                ? product.of(x, matrix.parts())
                : product.of(
                        x,
                        matrix.outputs(),
                        (codes, scales) -> matrix.tiles((first, count, values) -> {
                            for (int row = 0; row < count; row++) {
                                quantise(values, row * matrix.inputs(), matrix.inputs(), codes, scales, error);
                            }
                        }));
        return Matrices.biased(graph, name, matrix);
    }

    private static boolean isStoredSo(Matrix matrix) {
        CodedRows codes = matrix.codes();
        return codes != null && codes.layout().equals(LAYOUT);
    }

    /** Rounds one row, block by block, low nibble first. */
    private static void quantise(
            float[] values, int start, int inputs, ByteBuffer codes, FloatBuffer scales, RoundingError.Sums error) {
        int[] block = new int[LAYOUT.block()];
        for (int from = 0; from < inputs; from += block.length) {
            int count = Math.min(block.length, inputs - from);
            float scale = bestScale(values, start + from, count);
            Arrays.fill(block, LAYOUT.centre());
            for (int i = 0; i < count; i++) {
                float value = values[start + from + i];
                block[i] = code(value, scale);
                error.add(value, (block[i] - LAYOUT.centre()) * scale);
            }
            for (int i = 0; i < block.length; i += 2) {
                codes.put((byte) (block[i] | (block[i + 1] << 4)));
            }
            scales.put(scale);
        }
    }

    /** Codes reach from -8 to 7 steps; cutting the largest value off a little can make all others finer. */
    private static float bestScale(float[] weight, int start, int count) {
        float extreme = 0;
        for (int i = start; i < start + count; i++) {
            extreme = Math.abs(weight[i]) > Math.abs(extreme) ? weight[i] : extreme;
        }
        float best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (float steps = LAYOUT.centre() - 1; extreme != 0 && steps <= 11; steps += 0.25f) {
            float scale = extreme / -steps;
            double loss = 0;
            for (int i = start; i < start + count; i++) {
                double difference = (code(weight[i], scale) - LAYOUT.centre()) * scale - weight[i];
                loss += difference * difference;
            }
            if (loss < least) {
                least = loss;
                best = scale;
            }
        }
        return best;
    }

    private static int code(float value, float scale) {
        return Math.max(0, Math.min(15, Math.round(value / scale) + LAYOUT.centre()));
    }
}
