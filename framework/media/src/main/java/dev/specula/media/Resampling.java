package dev.specula.media;

/**
 * One dimension of a resize: each new sample is a weighted sum of a run of old ones. The kernel is Catmull and Rom's cubic,
 * stretched by the scale when the picture shrinks, so that every old sample counts and nothing flickers.
 */
final class Resampling {
    private static final double RADIUS = 2; // of the kernel, in old samples at scale 1

    private final int[] starts; // (size,) first old sample
    private final float[][] weights; // (size, run) that add up to 1

    Resampling(int oldSize, int size) {
        starts = new int[size];
        weights = new float[size][];
        double scale = oldSize / (double) size;
        double stretch = Math.max(1, scale);
        for (int i = 0; i < size; i++) {
            double centre = (i + 0.5) * scale;
            int start = Math.max(0, (int) Math.floor(centre - RADIUS * stretch));
            int end = Math.min(oldSize, (int) Math.ceil(centre + RADIUS * stretch));
            starts[i] = start;
            weights[i] = new float[end - start];
            double sum = 0;
            for (int old = start; old < end; old++) {
                sum += cubic((old + 0.5 - centre) / stretch);
            }
            for (int old = start; old < end; old++) {
                weights[i][old - start] = (float) (cubic((old + 0.5 - centre) / stretch) / sum);
            }
        }
    }

    /** New sample {@code index} of the old samples that lie {@code stride} apart from {@code from} on. */
    float at(int index, float[] samples, int from, int stride) {
        float[] run = weights[index];
        int at = from + starts[index] * stride;
        float sum = 0;
        for (float weight : run) {
            sum += weight * samples[at];
            at += stride;
        }
        return sum;
    }

    private static double cubic(double distance) {
        double x = Math.abs(distance);
        if (x < 1) {
            return (1.5 * x - 2.5) * x * x + 1;
        }
        return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }
}
