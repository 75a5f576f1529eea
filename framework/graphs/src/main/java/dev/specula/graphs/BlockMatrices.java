package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.attribute;

/**
 * Products with 4-bit matrices, a scale for every 32 inputs of an output ({@code MatMulNBits}). The runtime rounds
 * activations to 8 bits in the same blocks, so rows stay independent; larger blocks would break that.
 */
final class BlockMatrices implements Matrices {
    private static final int BLOCK = 32;
    private static final int CENTRE = 8;

    @Override
    public String product(GraphWriter graph, String x, Matrix matrix) {
        int blocks = (matrix.inputs() + BLOCK - 1) / BLOCK;
        byte[] codes = new byte[matrix.outputs() * blocks * BLOCK / 2];
        float[] scales = new float[matrix.outputs() * blocks];
        for (int out = 0; out < matrix.outputs(); out++) {
            for (int block = 0; block < blocks; block++) {
                int place = out * blocks + block;
                scales[place] = quantise(matrix, out, block, codes, place * BLOCK / 2);
            }
        }
        String name = matrix.name();
        graph.operator(
                        "MatMulNBits",
                        GraphWriter.MICROSOFT,
                        name,
                        x,
                        graph.bytes(name + ".weight", GraphWriter.UINT8, codes, matrix.outputs(), blocks, BLOCK / 2),
                        graph.floats(name + ".scales", scales, matrix.outputs() * (long) blocks))
                .addAttribute(attribute("K", matrix.inputs()))
                .addAttribute(attribute("N", matrix.outputs()))
                .addAttribute(attribute("bits", 4))
                .addAttribute(attribute("block_size", BLOCK))
                .addAttribute(attribute("accuracy_level", 4))
                .addOutput(name);
        return Matrices.biased(graph, name, matrix);
    }

    /** Rounds one block, low nibble first, with the scale that loses least; returns the scale. */
    private static float quantise(Matrix matrix, int out, int block, byte[] codes, int place) {
        int from = block * BLOCK;
        int count = Math.min(BLOCK, matrix.inputs() - from);
        int start = out * matrix.inputs() + from;
        float scale = bestScale(matrix.weight(), start, count);
        for (int i = 0; i < BLOCK; i++) {
            int code = i < count ? code(matrix.weight()[start + i], scale) : CENTRE;
            codes[place + i / 2] |= (byte) (i % 2 == 0 ? code : code << 4);
        }
        return scale;
    }

    /** Codes reach from -8 to 7 steps; cutting the largest value off a little can make all others finer. */
    private static float bestScale(float[] weight, int start, int count) {
        float extreme = 0;
        for (int i = start; i < start + count; i++) {
            extreme = Math.abs(weight[i]) > Math.abs(extreme) ? weight[i] : extreme;
        }
        float best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (float steps = CENTRE - 1; extreme != 0 && steps <= 11; steps += 0.25f) {
            float scale = extreme / -steps;
            double loss = 0;
            for (int i = start; i < start + count; i++) {
                double difference = (code(weight[i], scale) - CENTRE) * scale - weight[i];
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
        return Math.max(0, Math.min(15, Math.round(value / scale) + CENTRE));
    }
}
