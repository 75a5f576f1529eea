package dev.specula.media;

/**
 * One dimension of a resize in the fixed-point arithmetic of Pillow: weights are whole multiples of 2^-22, sums are rounded to
 * levels from 0 to 255 after each dimension. Bit for bit what published processors see.
 */
final class FixedPointResize {
    private static final int PRECISION = 32 - 8 - 2; // 8 bits of a level, 2 for weights beyond 1 and their sign

    private final int[] starts; // (size,) first old sample
    private final int[][] weights; // (size, run) times 2^22

    FixedPointResize(int oldSize, int size, PictureFilter filter) {
        starts = new int[size];
        weights = new int[size][];
        double scale = oldSize / (double) size;
        double stretch = Math.max(1, scale);
        double support = filter.support() * stretch;
        for (int i = 0; i < size; i++) {
            double centre = (i + 0.5) * scale;
            int start = Math.max(0, (int) (centre - support + 0.5));
            int end = Math.min(oldSize, (int) (centre + support + 0.5));
            double[] exact = new double[end - start];
            double sum = 0;
            for (int x = 0; x < exact.length; x++) {
                exact[x] = filter.at((x + start - centre + 0.5) * (1 / stretch));
                sum += exact[x];
            }
            starts[i] = start;
            weights[i] = new int[exact.length];
            for (int x = 0; x < exact.length; x++) {
                weights[i][x] = fixed(sum == 0 ? exact[x] : exact[x] / sum);
            }
        }
    }

    /** Halves are rounded away from zero. */
    private static int fixed(double weight) {
        return (int) (weight * (1 << PRECISION) + (weight < 0 ? -0.5 : 0.5));
    }

    /** New sample {@code index} of the levels that lie {@code stride} apart from {@code from} on. */
    int at(int index, int[] levels, int from, int stride) {
        int sum = 1 << (PRECISION - 1);
        int at = from + starts[index] * stride;
        for (int weight : weights[index]) {
            sum += weight * levels[at];
            at += stride;
        }
        return Math.max(0, Math.min(255, sum >> PRECISION));
    }
}
