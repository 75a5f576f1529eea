package dev.specula.token;

/**
 * A line through measured times, by least squares over fading observations; hiccups count at most twice the line. While there are few,
 * the older half fades away: what a cold start made slow would otherwise be laid to the rows that it had.
 */
final class TimeFit {
    private static final double LEAST = 8; // observations to remember

    private final double longest;
    private long count;
    private double weight;
    private double rows;
    private double rowsSquared;
    private double nanos;
    private double rowsNanos;

    /** An observation counts {@code memory} times as much as the next one, once there are many. */
    TimeFit(double memory) {
        this.longest = memory;
    }

    void add(int row, double measured) {
        double time = weight > 0 ? Math.min(measured, 2 * at(row)) : measured;
        count++;
        double memory = Math.min(longest, 1 - 1 / Math.max(LEAST, count / 2.0));
        weight = memory * weight + 1;
        rows = memory * rows + row;
        rowsSquared = memory * rowsSquared + (double) row * row;
        nanos = memory * nanos + time;
        rowsNanos = memory * rowsNanos + row * time;
    }

    /** Whether there were observations of different numbers of rows, and none of them is as good as forgotten. */
    boolean tellsRowsApart() {
        return spread() > 1e-6 * rowsSquared * weight;
    }

    private double spread() {
        return rowsSquared * weight - rows * rows;
    }

    /** The time of {@code row} rows, whole or not; never less than half the mean, so that a wild slope cannot promise a free lunch. */
    double at(double row) {
        if (weight == 0) {
            return 1;
        }
        double mean = nanos / weight;
        return Math.max(mean / 2, mean + ofRow() * (row - rows / weight));
    }

    /** What a further row takes; 0 where that is not known. */
    double ofRow() {
        return tellsRowsApart() ? Math.max(0, (rowsNanos * weight - rows * nanos) / spread()) : 0;
    }
}
