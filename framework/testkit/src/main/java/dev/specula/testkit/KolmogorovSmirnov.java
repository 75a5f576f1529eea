package dev.specula.testkit;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The test of Kolmogorov and Smirnov: how far apart two distributions of numbers are, at the place where most. */
public final class KolmogorovSmirnov {
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private KolmogorovSmirnov() {}

    /** Greatest distance between the distribution of {@code sample} and the distribution function {@code law}, in [0, 1]. */
    public static double distance(double[] sample, DoubleUnaryOperator law) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double greatest = 0;
        for (int i = 0; i < sorted.length; i++) {
            double expected = law.applyAsDouble(sorted[i]);
            greatest = Math.max(greatest, Math.abs(expected - i / (double) sorted.length));
            greatest = Math.max(greatest, Math.abs(expected - (i + 1) / (double) sorted.length));
        }
        return greatest;
    }

    /** Greatest distance between the distributions of two samples, in [0, 1]. */
    public static double distance(double[] one, double[] other) {
        double[] sorted = one.clone();
        double[] others = other.clone();
        Arrays.sort(sorted);
        Arrays.sort(others);
        double greatest = 0;
        int i = 0;
        int j = 0;
        while (i < sorted.length && j < others.length) {
            double place = Math.min(sorted[i], others[j]);
            while (i < sorted.length && sorted[i] == place) {
                i++;
            }
            while (j < others.length && others[j] == place) {
                j++;
            }
            greatest = Math.max(greatest, Math.abs(i / (double) sorted.length - j / (double) others.length));
        }
        return greatest;
    }

    /** The distance that samples of the law itself exceed with probability {@code falseAlarm}, for a sample of {@code size}. */
    public static double critical(double falseAlarm, double size) {
        return Math.sqrt(-Math.log(falseAlarm / 2) / 2 / size);
    }

    /** The distance that two samples of {@code size} of one law exceed with probability {@code falseAlarm}. */
    public static double criticalOfTwo(double falseAlarm, double size) {
        return critical(falseAlarm, size / 2);
    }

    /** The distribution function of the standard normal law, to rounding within 7 deviations (Marsaglia 2004). */
    public static double normal(double place) {
        if (Math.abs(place) > 7) {
            return place > 0 ? 1 : 0;
        }
        double term = place;
        double sum = place;
        double before = 0;
        for (int odd = 3; sum != before; odd += 2) {
            before = sum;
            term *= place * place / odd;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-place * place / 2 - HALF_LOG_TWO_PI);
    }
}
