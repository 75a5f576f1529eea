package dev.specula.media;

import java.util.Arrays;

/**
 * Triangular bands that are equally wide on Slaney's mel scale (linear below 1000 Hz, logarithmic above) and of equal area, as
 * in the Auditory Toolbox (Slaney 1998).
 */
final class MelBands {
    private static final double HERTZ_PER_MEL = 200.0 / 3;
    private static final double BREAK_HERTZ = 1000;
    private static final double BREAK_MEL = BREAK_HERTZ / HERTZ_PER_MEL;
    private static final double STEP = Math.log(6.4) / 27;

    private final int[] starts; // (bins,) first frequency with a weight
    private final double[][] weights; // (bins, run)

    /** {@code bins} bands over {@code frequencies} frequencies from 0 to half of {@code rate}. */
    MelBands(int bins, int frequencies, int rate) {
        starts = new int[bins];
        weights = new double[bins][];
        double[] edges = new double[bins + 2];
        double most = mel(rate / 2.0);
        for (int i = 0; i < edges.length; i++) {
            edges[i] = hertz(most * i / (bins + 1));
        }
        for (int bin = 0; bin < bins; bin++) {
            double[] all = new double[frequencies];
            int first = frequencies;
            int last = -1;
            for (int i = 0; i < frequencies; i++) {
                double frequency = i * (rate / 2.0) / (frequencies - 1);
                double rising = (frequency - edges[bin]) / (edges[bin + 1] - edges[bin]);
                double falling = (edges[bin + 2] - frequency) / (edges[bin + 2] - edges[bin + 1]);
                all[i] = Math.max(0, Math.min(rising, falling)) * 2 / (edges[bin + 2] - edges[bin]);
                if (all[i] > 0) {
                    first = Math.min(first, i);
                    last = i;
                }
            }
            starts[bin] = Math.min(first, Math.max(0, last));
            weights[bin] = last < 0 ? new double[0] : Arrays.copyOfRange(all, first, last + 1);
        }
    }

    /** The weight of frequency {@code frequency} in band {@code bin}. */
    double weight(int bin, int frequency) {
        int at = frequency - starts[bin];
        return at >= 0 && at < weights[bin].length ? weights[bin][at] : 0;
    }

    /** Power of {@code spectrum} in band {@code bin}. */
    double power(int bin, double[] spectrum) {
        double sum = 0;
        for (int i = 0; i < weights[bin].length; i++) {
            sum += weights[bin][i] * spectrum[starts[bin] + i];
        }
        return sum;
    }

    private static double mel(double hertz) {
        return hertz < BREAK_HERTZ ? hertz / HERTZ_PER_MEL : BREAK_MEL + Math.log(hertz / BREAK_HERTZ) / STEP;
    }

    private static double hertz(double mel) {
        return mel < BREAK_MEL ? mel * HERTZ_PER_MEL : BREAK_HERTZ * Math.exp(STEP * (mel - BREAK_MEL));
    }
}
