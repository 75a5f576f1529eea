package dev.specula.token;

import java.util.Arrays;

/** The median of the last few measurements, the lower of two: hiccups are always upwards, and neither they nor a cold start move it for long. */
final class RecentMedian {
    private static final int KEPT = 15;

    private final double[] recent = new double[KEPT];
    private final double[] sorted = new double[KEPT];
    private int count;
    private int next;

    void add(double measured) {
        recent[next] = measured;
        next = (next + 1) % KEPT;
        count = Math.min(KEPT, count + 1);
    }

    /** Starts over. */
    void forget() {
        count = 0;
        next = 0;
    }

    /** 0 before the first measurement. */
    double get() {
        if (count == 0) {
            return 0;
        }
        System.arraycopy(recent, 0, sorted, 0, count);
        Arrays.sort(sorted, 0, count);
        return sorted[(count - 1) / 2];
    }
}
