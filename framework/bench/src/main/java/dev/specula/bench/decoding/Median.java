package dev.specula.bench.decoding;

import java.util.Arrays;

/** The middle of measured numbers. */
public final class Median {
    private Median() {}

    /** Of {@code values}, at least one; of an even number, the mean of the middle two. */
    public static double of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
