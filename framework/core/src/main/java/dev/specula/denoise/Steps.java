package dev.specula.denoise;

import dev.specula.noise.Noise;

/**
 * What a sampler does at each step: the next state is Gaussian about a mean that is linear in the state and in the target's
 * clean estimate, {@code carry * state + pull * clean}, and its deviation is the schedule's alone. Immutable.
 *
 * <p>A step of deviation 0 is certain: there is one next state, two means that differ have nothing in common, and nothing is
 * drafted across it. A sampler that is certain at every step (DDIM with eta 0, flow matching without churn) is run as it is
 * and not sped up.
 */
public final class Steps {
    private final double[] times; // (steps,)
    private final double[] carries; // (steps,)
    private final double[] pulls; // (steps,)
    private final double[] deviations; // (steps,)
    private final double startDeviation;

    /**
     * The steps of a sampler of one's own; the factories below give the usual ones. All arrays are of shape (steps,).
     *
     * @param times what the network is told at each step
     * @param carries share of the state in the next mean
     * @param pulls share of the clean estimate in the next mean
     * @param deviations standard deviation of the next state, at least 0
     * @param startDeviation standard deviation of the state before the first step
     */
    public Steps(double[] times, double[] carries, double[] pulls, double[] deviations, double startDeviation) {
        int count = times.length;
        if (count == 0 || carries.length != count || pulls.length != count || deviations.length != count) {
            throw new IllegalArgumentException("Steps need a time, a carry, a pull and a deviation each, but there are "
                    + count + " times, " + carries.length + " carries, " + pulls.length + " pulls and "
                    + deviations.length + " deviations.");
        }
        for (int step = 0; step < count; step++) {
            if (!(deviations[step] >= 0) || !Double.isFinite(carries[step] + pulls[step] + deviations[step])) {
                throw new IllegalArgumentException("A step needs a finite mean and a deviation of at least 0, but step "
                        + step + " has carry " + carries[step] + ", pull " + pulls[step] + " and deviation "
                        + deviations[step] + ".");
            }
        }
        this.times = times.clone();
        this.carries = carries.clone();
        this.pulls = pulls.clone();
        this.deviations = deviations.clone();
        this.startDeviation = startDeviation;
    }

    /**
     * Ancestral sampling with the variance of the forward posterior (DDPM, Ho, Jain, Abbeel 2020, arXiv:2006.11239, there
     * {@code beta tilde}): {@link #ddim} with eta 1. In the time of stochastic localisation it is one Euler step of {@code dY
     * = clean(Y) dt + dB}.
     */
    public static Steps ddpm(NoiseLevels levels) {
        return ddim(levels, 1);
    }

    /**
     * The family between the deterministic and the ancestral sampler (DDIM, Song, Meng, Ermon 2021, arXiv:2010.02502).
     *
     * @param eta share of the ancestral deviation, in [0, 1]; at 0 every step is certain
     */
    public static Steps ddim(NoiseLevels levels, double eta) {
        requireShare("eta", eta, 1);
        return each(levels, (from, to, step) -> {
            double ratio = levels.signal(from) / levels.signal(to);
            double noise = levels.noise(from);
            double nextNoise = levels.noise(to);
            double added = Math.sqrt(noise * noise - ratio * ratio * nextNoise * nextNoise);
            step.deviation = eta * nextNoise / noise * added;
            double kept = Math.sqrt(Math.max(0, nextNoise * nextNoise - step.deviation * step.deviation));
            step.carry = kept / noise;
            step.pull = levels.signal(to) - step.carry * levels.signal(from);
        });
    }

    /**
     * Euler's method down to a lower level and noise added back up (Karras et al. 2022, arXiv:2206.00364, as the "ancestral"
     * samplers of practice have it), for the given sigmas. The same sampler as {@link #ddim} seen at signal 1.
     *
     * @param eta share of the noise that is added back, in [0, 1]
     * @param sigmas falling; the last is usually 0
     */
    public static Steps eulerAncestral(double eta, double... sigmas) {
        return ddim(NoiseLevels.varianceExploding(sigmas), eta);
    }

    /**
     * Flow matching with noise: Euler's method on {@code dx = (velocity - churn^2 g^2 score / 2) dt + churn g dW} with {@code
     * g^2 = 2 t / (1 - t)} along the straight path, which has the same marginals at every churn. Steps from time 1 and to
     * time 0 are plain Euler steps, without noise.
     *
     * @param churn at least 0; at 0 every step is certain
     * @param times falling, in [0, 1]
     */
    public static Steps stochasticFlow(double churn, double... times) {
        requireShare("churn", churn, Double.MAX_VALUE);
        return each(NoiseLevels.straight(times), (from, to, step) -> {
            double time = times[from];
            double passed = time - times[to];
            double stirred = time == 1 || times[to] == 0 ? 0 : churn * churn;
            double ofState = stirred == 0 ? 0 : stirred / (1 - time);
            step.carry = 1 - passed * (1 + ofState) / time;
            step.pull = passed * (1 + stirred) / time;
            step.deviation = Math.sqrt(2 * ofState * time * passed);
        });
    }

    private static Steps each(NoiseLevels levels, Formula formula) {
        int count = levels.count() - 1;
        double[] times = new double[count];
        double[] carries = new double[count];
        double[] pulls = new double[count];
        double[] deviations = new double[count];
        OneStep step = new OneStep();
        for (int i = 0; i < count; i++) {
            formula.write(i, i + 1, step);
            times[i] = levels.time(i);
            carries[i] = step.carry;
            pulls[i] = step.pull;
            deviations[i] = step.deviation;
        }
        return new Steps(times, carries, pulls, deviations, levels.startDeviation());
    }

    private static void requireShare(String name, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(
                    name + " must be at least 0" + (most == 1 ? " and at most 1" : "") + ", but was " + value + ".");
        }
    }

    /** Number of steps. */
    public int count() {
        return times.length;
    }

    /** What the network is told at {@code step}. */
    public double time(int step) {
        return times[step];
    }

    /** One coordinate of the mean of the state after {@code step}, from that of the state before it and of a clean estimate. */
    public double mean(int step, double state, double clean) {
        return carries[step] * state + pulls[step] * clean;
    }

    /** Standard deviation of each coordinate of the state after {@code step}. */
    public double deviation(int step) {
        return deviations[step];
    }

    /** Whether the state after {@code step} has no noise of its own. */
    public boolean isCertain(int step) {
        return deviations[step] == 0;
    }

    /** A state of pure noise before the first step, of shape (dimension,). */
    public double[] start(int dimension, Noise noise) {
        double[] state = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            state[i] = startDeviation * noise.gaussian(Noise.Use.STATE, 0, i);
        }
        return state;
    }

    /** Writes the coefficients of the step from one level to the next. */
    private interface Formula {
        void write(int from, int to, OneStep step);
    }

    private static final class OneStep {
        private double carry;
        private double pull;
        private double deviation;
    }
}
