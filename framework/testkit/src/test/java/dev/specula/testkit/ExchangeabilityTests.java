package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoisingRun;
import dev.specula.denoise.Freshness;
import dev.specula.denoise.FrozenEstimate;
import dev.specula.denoise.Landing;
import dev.specula.denoise.NoiseLevels;
import dev.specula.denoise.Reflection;
import dev.specula.denoise.StepListener;
import dev.specula.denoise.Steps;
import dev.specula.denoise.Trajectory;
import dev.specula.denoise.Window;
import dev.specula.noise.Noise;
import dev.specula.token.FixedSchedule;
import org.junit.jupiter.api.Test;

/**
 * Why a frozen estimate is a good draft: on Gaussian data, in the time of stochastic localisation ({@code tau = alphaBar / (1 -
 * alphaBar)}, {@code Y = state * sqrt(alphaBar) / (1 - alphaBar)}), increments over equal times are exchangeable.
 */
class ExchangeabilityTests {
    private static final int STEPS = 12;
    private static final double PASSED = 0.25; // of localisation time, in each step
    private static final double VARIANCE = 1.3; // of the data
    private static final double FIRST = 0.05;
    private static final int RUNS = 30_000;

    private final NoiseLevels levels = equalTimes();

    @Test
    void ancestralStepsAreEulerStepsOfLocalisation() {
        Steps steps = Steps.ddpm(levels);
        for (int step = 0; step < STEPS; step++) {
            double scale = scale(step);
            double next = scale(step + 1);
            // dY = clean dt + dB: the state is carried as it is, the estimate weighs the time, the noise its root.
            assertThat(steps.mean(step, 1 / scale, 0) * next).isCloseTo(1, within(1e-12));
            assertThat(steps.mean(step, 0, 1) * next).isCloseTo(PASSED, within(1e-12));
            assertThat(steps.deviation(step) * next).isCloseTo(Math.sqrt(PASSED), within(1e-12));
        }
    }

    @Test
    void incrementsOfTheExactReversalHaveOneCovarianceInAnyOrder() {
        double[][] covariance = covariance(exactReversal());
        for (int i = 0; i < STEPS; i++) {
            for (int j = 0; j < STEPS; j++) {
                double exchangeable = PASSED * PASSED * VARIANCE + (i == j ? PASSED : 0);
                assertThat(covariance[i][j]).as("steps %d and %d", i, j).isCloseTo(exchangeable, within(1e-10));
            }
        }
    }

    @Test
    void speculationKeepsTheCovarianceOfTheExactReversal() {
        Steps steps = exactReversal();
        Denoiser target =
                new GaussianMixture(levels, steps, new double[] {1}, new double[][] {{0}}, Math.sqrt(VARIANCE));
        double[][] sums = new double[STEPS][STEPS];
        long moved = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Increments increments = sample(target, Noise.seeded(seed));
            moved += increments.moved;
            for (int i = 0; i < STEPS; i++) {
                for (int j = 0; j < STEPS; j++) {
                    sums[i][j] += increments.values[i] * increments.values[j] / RUNS;
                }
            }
        }
        assertThat(moved).as("states that were refused").isGreaterThan(RUNS / 2);
        double diagonal = PASSED + PASSED * PASSED * VARIANCE;
        double error = 4.5 * Math.sqrt(2.0 / RUNS) * diagonal; // at most, of a product of two increments
        for (int i = 0; i < STEPS; i++) {
            for (int j = 0; j < STEPS; j++) {
                double exchangeable = i == j ? diagonal : PASSED * PASSED * VARIANCE;
                assertThat(sums[i][j]).as("steps %d and %d", i, j).isCloseTo(exchangeable, within(error));
            }
        }
    }

    @Test
    void aFrozenEstimateExpectsLaterIncrementsRight() {
        // In the ancestral chain itself: the estimate after any number of steps has the estimate now as its
        // expectation.
        Steps steps = Steps.ddpm(levels);
        double state = 1.7;
        double frozen = trust(0) * state;
        for (int step = 0; step < STEPS - 1; step++) {
            state = steps.mean(step, state, trust(step) * state);
            assertThat(trust(step + 1) * state).isCloseTo(frozen, within(1e-12));
        }
    }

    @Test
    void autospeculationWrittenInItsOwnTimeReachesTheStatesOfFrozenEstimates() {
        GaussianMixture target = new GaussianMixture(
                levels, Steps.ddpm(levels), new double[] {0.3, 0.7}, new double[][] {{-1.5}, {1}}, 0.2);
        long refused = 0;
        for (int seed = 0; seed < 500; seed++) {
            Noise noise = Noise.seeded(seed);
            double[] start = {2 * noise.gaussian(Noise.Use.STATE, 0, 0)};
            Localisation twin = new Localisation(target, start[0] * scale(0), noise);
            DenoisingRun run = new DenoisingRun(target, start, new FixedSchedule(3), StepListener.NONE);
            FrozenEstimate drift = new FrozenEstimate(Freshness.RECOMPUTED);
            while (run.goesOn()) {
                Trajectory path = run.path();
                new Window(3).draft(path, drift, run.budget(), noise);
                run.verify(path);
                run.commit(path, path.land(new Reflection(), noise));
            }

            double reached = twin.sample(3);

            assertThat(run.state()[0] * scale(STEPS)).as("seed %d", seed).isCloseTo(reached, within(1e-9));
            refused += twin.refused;
        }
        assertThat(refused).as("mirrored states").isGreaterThan(100);
    }

    /** Autospeculation as its paper has it: Y in the time of stochastic localisation, by the formula. */
    private final class Localisation {
        private final GaussianMixture target;
        private final Noise noise;
        private double place;
        private int refused;

        Localisation(GaussianMixture target, double place, Noise noise) {
            this.target = target;
            this.place = place;
            this.noise = noise;
        }

        double sample(int window) {
            int step = 0;
            while (step < STEPS) {
                double frozen = clean(step, place);
                place += PASSED * frozen + Math.sqrt(PASSED) * drawn(step);
                step++;
                if (step < STEPS) {
                    step = speculate(step, frozen, Math.min(window, STEPS - 1 - step));
                }
            }
            return place;
        }

        /** Drafts so many increments of the mean {@code frozen}, and returns the step after the last that was taken. */
        private int speculate(int from, double frozen, int drafted) {
            if (drafted == 0) {
                return from;
            }
            for (int step = from; step < from + drafted; step++) {
                double shift = Math.sqrt(PASSED) * (clean(step, place) - frozen);
                double normal = drawn(step);
                if (Math.log(noise.uniform(Noise.Use.ACCEPT, step + 1, 0)) > shift * (normal - shift / 2)) {
                    refused++;
                    place += PASSED * clean(step, place) - Math.sqrt(PASSED) * normal; // mirrored
                    return step + 1;
                }
                place += PASSED * frozen + Math.sqrt(PASSED) * normal;
            }
            int step = from + drafted;
            place += PASSED * clean(step, place) + Math.sqrt(PASSED) * drawn(step);
            return step + 1;
        }

        private double drawn(int step) {
            return noise.gaussian(Noise.Use.STATE, step + 1, 0);
        }

        private double clean(int step, double at) {
            double[] estimate = new double[1];
            target.clean(1, new double[] {at / scale(step)}, new int[] {step}, estimate);
            return estimate[0];
        }
    }

    /** One trajectory: increments of Y, from states after each step. */
    private Increments sample(Denoiser target, Noise noise) {
        double[] start = {Math.sqrt(startVariance()) * noise.gaussian(Noise.Use.STATE, 0, 0)};
        Increments increments = new Increments(start[0] * scale(0));
        DenoisingRun run = new DenoisingRun(target, start, new FixedSchedule(4), StepListener.NONE);
        FrozenEstimate drift = new FrozenEstimate(Freshness.PREFETCHED);
        while (run.goesOn()) {
            Trajectory path = run.path();
            new Window(4).draft(path, drift, run.budget(), noise);
            run.verify(path);
            Landing landing = path.land(new Reflection(), noise);
            for (int node = 1; node <= landing.kept(); node++) {
                increments.reach(path.step(node), path.state(node, 0) * scale(path.step(node)));
            }
            run.commit(path, landing);
            increments.reach(path.step(0), run.state()[0] * scale(path.step(0)));
            increments.moved += landing.moved() ? 1 : 0;
        }
        return increments;
    }

    private static final class Increments {
        private final double[] values = new double[STEPS];
        private double last;
        private int moved;

        Increments(double start) {
            this.last = start;
        }

        void reach(int step, double place) {
            values[step - 1] = place - last;
            last = place;
        }
    }

    /** Covariance of the increments of Y, by the recursion that linear steps give. */
    private double[][] covariance(Steps steps) {
        // Rows of coefficients: of the start, then of the noise of each step.
        double[] state = new double[STEPS + 1];
        state[0] = Math.sqrt(startVariance());
        double[][] increments = new double[STEPS][STEPS + 1];
        for (int step = 0; step < STEPS; step++) {
            double factor = steps.mean(step, 1, trust(step));
            for (int i = 0; i <= STEPS; i++) {
                double next = factor * state[i] + (i == step + 1 ? steps.deviation(step) : 0);
                increments[step][i] = next * scale(step + 1) - state[i] * scale(step);
                state[i] = next;
            }
        }
        double[][] covariance = new double[STEPS][STEPS];
        for (int i = 0; i < STEPS; i++) {
            for (int j = 0; j < STEPS; j++) {
                for (int k = 0; k <= STEPS; k++) {
                    covariance[i][j] += increments[i][k] * increments[j][k];
                }
            }
        }
        return covariance;
    }

    /** Ancestral steps with what the data itself adds to the variance, which for Gaussian data is exact. */
    private Steps exactReversal() {
        Steps ancestral = Steps.ddpm(levels);
        double[] times = new double[STEPS];
        double[] carries = new double[STEPS];
        double[] pulls = new double[STEPS];
        double[] deviations = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            times[step] = ancestral.time(step);
            carries[step] = ancestral.mean(step, 1, 0);
            pulls[step] = ancestral.mean(step, 0, 1);
            double unknown = VARIANCE * (1 - trust(step) * levels.signal(step)); // of the data, given the state
            deviations[step] = Math.sqrt(
                    ancestral.deviation(step) * ancestral.deviation(step) + pulls[step] * pulls[step] * unknown);
        }
        return new Steps(times, carries, pulls, deviations, 1);
    }

    private double startVariance() {
        return levels.signal(0) * levels.signal(0) * VARIANCE + levels.noise(0) * levels.noise(0);
    }

    /** The clean estimate of a state of 1. */
    private double trust(int level) {
        double signal = levels.signal(level);
        return signal * VARIANCE / (signal * signal * VARIANCE + levels.noise(level) * levels.noise(level));
    }

    private double scale(int level) {
        return levels.signal(level) / (levels.noise(level) * levels.noise(level));
    }

    private static NoiseLevels equalTimes() {
        double[] alphaBar = new double[STEPS + 1];
        for (int level = 0; level <= STEPS; level++) {
            double time = FIRST + level * PASSED;
            alphaBar[level] = time / (1 + time);
        }
        return NoiseLevels.variancePreserving(new double[STEPS + 1], alphaBar);
    }
}
