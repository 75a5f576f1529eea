package dev.specula.token;

/** A line through measured times, by least squares over fading observations; hiccups count at most four times the line. */
final class TimeFit {
    private final double memory;
    private double weight;
    private double rows;
    private double rowsSquared;
    private double nanos;
    private double rowsNanos;

    TimeFit(double memory) {
        this.memory = memory;
    }

    void add(int row, double measured) {
        double time = weight > 4 ? Math.min(measured, 4 * at(row)) : measured;
        weight = memory * weight + 1;
        rows = memory * rows + row;
        rowsSquared = memory * rowsSquared + (double) row * row;
        nanos = memory * nanos + time;
        rowsNanos = memory * rowsNanos + row * time;
    }

    /** The time of {@code row} rows, whole or not; never less than half the mean, so that a wild slope cannot promise a free lunch. */
    double at(double row) {
        if (weight == 0) {
            return 1;
        }
        double mean = nanos / weight;
        double spread = rowsSquared * weight - rows * rows;
        double slope = spread > 1e-6 * rowsSquared * weight ? (rowsNanos * weight - rows * nanos) / spread : 0;
        return Math.max(mean / 2, mean + Math.max(0, slope) * (row - rows / weight));
    }
}
