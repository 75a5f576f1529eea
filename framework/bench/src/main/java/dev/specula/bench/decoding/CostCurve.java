package dev.specula.bench.decoding;

/** Time of a bare pass by its number of new positions. */
public final class CostCurve {
    private final double[] nanos; // (positions,) index 0 is one position

    CostCurve(double[] nanos) {
        this.nanos = nanos;
    }

    /** Most positions that were measured. */
    public int most() {
        return nanos.length;
    }

    /** Time of a pass over {@code positions}, in nanoseconds. */
    public double nanos(int positions) {
        return nanos[positions - 1];
    }

    /** v(n): time over {@code positions}, whole or not, over the time of one. Past the last, the last. */
    public double at(double positions) {
        double within = Math.max(1, Math.min(positions, nanos.length));
        int below = (int) within;
        int above = Math.min(below + 1, nanos.length);
        double part = within - below;
        return ((1 - part) * nanos(below) + part * nanos(above)) / nanos(1);
    }
}
