package dev.specula.denoise;

/** The last values of an array that changes with time, as differences, and its continuation. */
final class FeatureSeries {
    private final Extrapolation extrapolation;
    private final float[][] differences; // (order + 1, features); row 0 holds the last values
    private final double[] times; // (order + 1,) of the last values, the latest first
    private final float[] carried; // (features,)
    private int known; // values seen, at most order + 1

    FeatureSeries(Extrapolation extrapolation, int order, int features) {
        this.extrapolation = extrapolation;
        this.differences = new float[order + 1][features];
        this.times = new double[order + 1];
        this.carried = new float[features];
    }

    /** Adds the values at {@code time}, which differs from all times before. */
    void learn(double time, float[] values) {
        int rows = Math.min(known + 1, differences.length);
        System.arraycopy(values, 0, carried, 0, carried.length);
        for (int row = 0; row < rows; row++) {
            // Row r + 1 takes the difference of new and old row r: swap the new row in, carry the difference on.
            float[] old = differences[row];
            double apart = row + 1 < rows ? time - times[extrapolation == Extrapolation.TAYLOR ? 0 : row] : 1;
            for (int i = 0; i < carried.length; i++) {
                float difference = (float) ((carried[i] - old[i]) / apart);
                old[i] = carried[i];
                carried[i] = difference;
            }
        }
        System.arraycopy(times, 0, times, 1, times.length - 1);
        times[0] = time;
        known = rows;
    }

    /** Writes the values expected at {@code time}. */
    void forecast(double time, float[] into) {
        System.arraycopy(differences[0], 0, into, 0, into.length);
        double weight = 1;
        for (int row = 1; row < known; row++) {
            weight *= extrapolation == Extrapolation.TAYLOR ? (time - times[0]) / row : time - times[row - 1];
            for (int i = 0; i < into.length; i++) {
                into[i] += (float) (weight * differences[row][i]);
            }
        }
    }
}
