package dev.specula.training.model;

import java.util.Random;

/**
 * Start values under which attention looks near and at its like: two-dimensional sinusoids as positions, and keys that equal
 * queries (after Trockman and Kolter 2023). An encoder that has to find this out itself needs many more pictures.
 */
final class LocalStart {

    private static final double FASTEST = 1.2; // radians a patch
    private static final double SLOWEST = 0.12;
    private static final double SLOWEST_ON_A_LINE = 0.004; // a line is longer: a turn in all of it
    private static final float AMPLITUDE = 0.5f; // about that of the stem's output

    private LocalStart() {}

    /** Positions {@code (side * side, hidden)}: a quarter each of sine and cosine of row and column. */
    static float[] positions(int side, int hidden) {
        float[] values = new float[side * side * hidden];
        int quarter = hidden / 4;
        for (int patch = 0; patch < side * side; patch++) {
            int row = patch / side;
            int column = patch % side;
            for (int index = 0; index < quarter; index++) {
                double rate = FASTEST * Math.pow(SLOWEST / FASTEST, (double) index / (quarter - 1));
                double across = rate * column;
                double down = rate * row;
                int at = patch * hidden + index;
                values[at] = AMPLITUDE * (float) Math.sin(across);
                values[at + quarter] = AMPLITUDE * (float) Math.cos(across);
                values[at + 2 * quarter] = AMPLITUDE * (float) Math.sin(down);
                values[at + 3 * quarter] = AMPLITUDE * (float) Math.cos(down);
            }
        }
        return values;
    }

    /** Positions {@code (length, hidden)} of what lies on a line: half sine, half cosine. */
    static float[] line(int length, int hidden) {
        float[] values = new float[length * hidden];
        int half = hidden / 2;
        for (int place = 0; place < length; place++) {
            for (int index = 0; index < half; index++) {
                double angle = place * FASTEST * Math.pow(SLOWEST_ON_A_LINE / FASTEST, (double) index / (half - 1));
                values[place * hidden + index] = AMPLITUDE * (float) Math.sin(angle);
                values[place * hidden + half + index] = AMPLITUDE * (float) Math.cos(angle);
            }
        }
        return values;
    }

    /** A fused projection {@code (3 * hidden, hidden)} whose first two thirds are equal. */
    static float[] queriesKeysValues(int hidden, Random random) {
        int third = hidden * hidden;
        float[] values = new float[3 * third];
        for (int index = 0; index < third; index++) {
            values[index] = (float) (random.nextGaussian() / Math.sqrt(hidden));
            values[third + index] = values[index];
            values[2 * third + index] = (float) (random.nextGaussian() / Math.sqrt(hidden));
        }
        return values;
    }
}
