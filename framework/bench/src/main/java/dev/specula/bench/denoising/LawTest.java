package dev.specula.bench.denoising;

import dev.specula.bench.report.DenoisingResult;
import dev.specula.denoise.Condition;
import java.util.Arrays;
import java.util.Random;

/**
 * Compares the states a pipeline draws with those of the plain sampler under one condition: two samples, as many projections
 * on random lines, the two-sample test of Kolmogorov and Smirnov on each.
 */
public final class LawTest {
    private static final int PROJECTIONS = 8;
    private static final double FALSE_ALARM = 0.01; // over all projections

    private final Condition condition;
    private final long seed;
    private final double[][] plain; // (samples, dimension)

    /** Draws {@code samples} states of {@code condition} by the plain sampler of {@code subject}. */
    public LawTest(StatesSubject subject, Condition condition, int samples, long seed) {
        this.condition = condition;
        this.seed = seed;
        this.plain = new double[samples][];
        Drawer drawer = Drawer.plain(subject);
        for (int i = 0; i < samples; i++) {
            plain[i] = drawer.draw(condition, ~(seed + i)).state();
        }
    }

    /** Draws as many states of other seeds as the pipeline of {@code subject} does, and compares. */
    public DenoisingResult.Law of(StatesSubject subject) {
        return of(Drawer.drafting(subject));
    }

    DenoisingResult.Law of(Drawer drawer) {
        int samples = plain.length;
        double[][] drafted = new double[samples][];
        for (int i = 0; i < samples; i++) {
            drafted[i] = drawer.draw(condition, seed + i).state();
        }
        Random random = new Random(seed);
        double largest = 0;
        for (int projection = 0; projection < PROJECTIONS; projection++) {
            double[] line = random.doubles(plain[0].length, -1, 1).toArray();
            largest = Math.max(largest, distance(projected(drafted, line), projected(plain, line)));
        }
        double critical = Math.sqrt(-Math.log(FALSE_ALARM / PROJECTIONS / 2) / 2) * Math.sqrt(2.0 / samples);
        return new DenoisingResult.Law(samples, PROJECTIONS, largest, critical);
    }

    private static double[] projected(double[][] states, double[] line) {
        double[] places = new double[states.length];
        for (int i = 0; i < states.length; i++) {
            for (int j = 0; j < line.length; j++) {
                places[i] += states[i][j] * line[j];
            }
        }
        Arrays.sort(places);
        return places;
    }

    /** The greatest distance of the two empirical distributions; both samples are sorted and of one size. */
    private static double distance(double[] one, double[] other) {
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            if (one[i] <= other[j]) {
                i++;
            } else {
                j++;
            }
            largest = Math.max(largest, Math.abs(i - j) / (double) one.length);
        }
        return largest;
    }
}
