package dev.specula.denoise;

import java.util.Arrays;

/**
 * How much of the clean data and how much noise a state holds before the first step and after each: {@code state = signal *
 * clean + noise * gaussian}. Levels go from noise to data, so the ratio of signal to noise grows. Immutable.
 */
public final class NoiseLevels {
    private final double[] times; // (levels,)
    private final double[] signals; // (levels,)
    private final double[] noises; // (levels,)
    private final double startDeviation;

    private NoiseLevels(double[] times, double[] signals, double[] noises, double startDeviation) {
        if (times.length != signals.length || signals.length < 2) {
            throw new IllegalArgumentException(
                    "A schedule needs at least 2 levels, one before and one after its step, and a"
                            + " time for each, but there are " + signals.length + " levels and " + times.length
                            + " times.");
        }
        for (int i = 0; i < signals.length; i++) {
            boolean valid = signals[i] >= 0 && noises[i] >= 0 && Double.isFinite(signals[i] + noises[i] + times[i]);
            // The ratio of signal to noise grows, written without dividing by a noise of 0.
            boolean cleaner = i == 0 || signals[i] * noises[i - 1] > signals[i - 1] * noises[i];
            if (!valid || !cleaner) {
                throw new IllegalArgumentException(
                        "Each level must hold less noise for its signal than the one before, but"
                                + " level " + i + " has signal " + signals[i] + " and noise " + noises[i]
                                + "; give the levels from noise to data.");
            }
        }
        this.times = times;
        this.signals = signals;
        this.noises = noises;
        this.startDeviation = startDeviation;
    }

    /**
     * Levels that keep the variance: signal {@code sqrt(alphaBar)}, noise {@code sqrt(1 - alphaBar)}.
     *
     * @param times what the network is told of each level
     * @param alphaBar growing, in [0, 1]; the last is 1 where the sampler ends at clean data
     */
    public static NoiseLevels variancePreserving(double[] times, double[] alphaBar) {
        return new NoiseLevels(
                times.clone(),
                Arrays.stream(alphaBar).map(Math::sqrt).toArray(),
                Arrays.stream(alphaBar).map(kept -> Math.sqrt(1 - kept)).toArray(),
                1);
    }

    /**
     * The cosine schedule (Nichol and Dhariwal 2021, arXiv:2102.09672, without its offset): at time t from 1 to 0, in equal
     * steps, signal {@code cos(t pi / 2)} and noise {@code sin(t pi / 2)}. It starts at noise alone and ends at clean data.
     *
     * @param steps at least 1
     */
    public static NoiseLevels cosine(int steps) {
        double[] times = new double[Math.max(0, steps) + 1];
        double[] alphaBar = new double[times.length];
        for (int level = 0; level < times.length; level++) {
            times[level] = 1 - (double) level / steps;
            double signal = level == 0 ? 0 : Math.cos(Math.PI / 2 * times[level]);
            alphaBar[level] = signal * signal;
        }
        return variancePreserving(times, alphaBar);
    }

    /** Levels of signal 1 whose noise falls: {@code sigmas}, of which the last may be 0. The network is told the sigma. */
    public static NoiseLevels varianceExploding(double... sigmas) {
        double[] ones = new double[sigmas.length];
        Arrays.fill(ones, 1);
        return new NoiseLevels(sigmas.clone(), ones, sigmas.clone(), sigmas.length == 0 ? 0 : sigmas[0]);
    }

    /**
     * Levels of the straight path of flow matching: at time t signal {@code 1 - t} and noise {@code t}.
     *
     * @param times falling, in [0, 1]
     */
    public static NoiseLevels straight(double... times) {
        return new NoiseLevels(
                times.clone(), Arrays.stream(times).map(time -> 1 - time).toArray(), times.clone(), 1);
    }

    /** Number of levels, one more than steps. */
    public int count() {
        return signals.length;
    }

    /** What the network is told of {@code level}. */
    public double time(int level) {
        return times[level];
    }

    /** Share of the clean data in a state at {@code level}. */
    public double signal(int level) {
        return signals[level];
    }

    /** Standard deviation of the noise in a state at {@code level}. */
    public double noise(int level) {
        return noises[level];
    }

    /** Standard deviation of the state that a sampler starts from. */
    public double startDeviation() {
        return startDeviation;
    }
}
