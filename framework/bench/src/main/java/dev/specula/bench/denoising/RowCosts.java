package dev.specula.bench.denoising;

import dev.specula.bench.decoding.Median;
import dev.specula.denoise.Condition;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoisingModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Time of a bare call of a denoiser by its number of states. */
final class RowCosts {
    private static final int WARM_UP = 5;
    private static final int LARGE = 1000; // numbers of a state that nobody drafts many of, and whose calls take long

    private final double[] nanos; // (states,) medians; index 0 is one state

    private RowCosts(double[] nanos) {
        this.nanos = nanos;
    }

    /** Measures calls of {@code model} over 1 to 32 states, 8 of large ones. */
    static RowCosts of(DenoisingModel model) {
        Condition any = Condition.of(new float[model.spec().conditions()]);
        return model.spec().dimension() > LARGE ? of(model, any, 8, 5) : of(model, any, 32, 100);
    }

    /** Measures calls of 1 to {@code most} states, all of them {@code repeats} times in turn. */
    private static RowCosts of(DenoisingModel model, Condition condition, int most, int repeats) {
        Random random = new Random(1);
        double[] states =
                random.doubles((long) most * model.spec().dimension(), -1, 1).toArray();
        int[] at = random.ints(most, 0, model.steps().count()).toArray();
        double[] into = new double[states.length];
        double[][] times = new double[most][repeats];
        try (Denoiser denoiser = model.open(condition)) {
            for (int repeat = -WARM_UP; repeat < repeats; repeat++) {
                for (int rows = 1; rows <= most; rows++) {
                    long start = System.nanoTime();
                    denoiser.clean(rows, states, at, into);
                    long time = System.nanoTime() - start;
                    if (repeat >= 0) {
                        times[rows - 1][repeat] = time;
                    }
                }
            }
        }
        double[] medians = new double[most];
        for (int i = 0; i < most; i++) {
            medians[i] = Median.of(times[i]);
        }
        return new RowCosts(medians);
    }

    /** v(n) for n = 1, 2, …: time over the time of one state. */
    List<Double> curve() {
        List<Double> curve = new ArrayList<>();
        for (double each : nanos) {
            curve.add(each / nanos[0]);
        }
        return curve;
    }

    /** Milliseconds of a call over one state. */
    double millisOfOne() {
        return nanos[0] / 1e6;
    }

    /** v(n) for {@code rows}, whole or not; past the last, the last. */
    double at(double rows) {
        double within = Math.max(1, Math.min(rows, nanos.length));
        int below = (int) within;
        int above = Math.min(below + 1, nanos.length);
        double part = within - below;
        return ((1 - part) * nanos[below - 1] + part * nanos[above - 1]) / nanos[0];
    }
}
