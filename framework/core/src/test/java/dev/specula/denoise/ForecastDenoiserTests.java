package dev.specula.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.noise.Noise;
import dev.specula.token.FixedSchedule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForecastDenoiserTests {
    private static final int STEPS = 40;

    @Test
    void withoutForecastsTheResultIsThatOfThePlainSamplerBitForBit() {
        FeatureForecast never = new FeatureForecast(4, 3, 2, 0, 1, 1, 1, Fallback.NEXT_STEP, Extrapolation.TAYLOR);
        TwoBlocks target = new TwoBlocks();
        assertThat(sample(never.over(target))).isEqualTo(sample(new TwoBlocks()));
        assertThat(target.asked.toString()).isEqualTo("F".repeat(STEPS));
    }

    @Test
    void aToleranceOfZeroComputesEveryOtherStepWhenEachIsChecked() {
        TwoBlocks target = new TwoBlocks();
        ForecastDenoiser forecast = plan(1, 8, 0, Fallback.NEXT_STEP).over(target);
        sample(forecast);
        assertThat(target.asked.toString()).isEqualTo("FF" + "FcT".repeat(19));
        assertThat(forecast.refusals()).isEqualTo(forecast.checks()).isEqualTo(19);
    }

    @Test
    void aRefusedForecastIsThrownAwayWhereTheFallbackSaysSo() {
        TwoBlocks target = new TwoBlocks();
        ForecastDenoiser forecast = plan(1, 8, 0, Fallback.THIS_STEP).over(target);
        assertThat(sample(forecast)).isEqualTo(sample(new TwoBlocks()));
        assertThat(forecast.fullPasses()).isEqualTo(STEPS);
        assertThat(forecast.forecasts()).isZero();
        assertThat(target.asked.toString()).isEqualTo("FFF" + "cF".repeat(STEPS - 3));
    }

    @Test
    void firstForecastsGoUncheckedAndTheLongestRunEndsWithAFullPass() {
        TwoBlocks target = new TwoBlocks();
        sample(plan(3, 4, 1e9, Fallback.NEXT_STEP).over(target));
        assertThat(target.asked.toString()).startsWith("FFF" + "TTcTcTF" + "TTcTcTF");
    }

    @ParameterizedTest
    @EnumSource
    void theErrorFallsWithTheTolerance(Extrapolation extrapolation) {
        double[] plain = sample(new TwoBlocks());
        List<Double> errors = new ArrayList<>();
        List<Integer> fullPasses = new ArrayList<>();
        for (double tolerance : new double[] {1, 0.004, 0.0004, 0}) {
            ForecastDenoiser forecast = new FeatureForecast(
                            2, 3, 1, 12, tolerance, 1, 0, Fallback.THIS_STEP, extrapolation)
                    .over(new TwoBlocks());
            double[] sampled = sample(forecast);
            errors.add(Math.hypot(sampled[0] - plain[0], sampled[1] - plain[1]));
            fullPasses.add(forecast.fullPasses());
        }
        assertThat(errors.get(0)).isGreaterThan(errors.get(1));
        assertThat(errors.get(1)).isGreaterThan(errors.get(2));
        assertThat(errors.get(3)).isZero();
        assertThat(fullPasses).isSorted();
        assertThat(fullPasses.get(0)).isLessThan(STEPS / 4);
    }

    @Test
    void theToleranceFallsFromStartToEndAndNotBelowItsFloor() {
        FeatureForecast plan =
                new FeatureForecast(1, 3, 1, 8, 0.5, 0.01, 0.02, Fallback.NEXT_STEP, Extrapolation.TAYLOR);
        assertThat(plan.toleranceAt(0, 50)).isEqualTo(0.5);
        for (int step = 1; step < 50; step++) {
            assertThat(plan.toleranceAt(step, 50)).isLessThanOrEqualTo(plan.toleranceAt(step - 1, 50));
        }
        assertThat(plan.toleranceAt(49, 50)).isEqualTo(0.02);
    }

    @Test
    void anApproximationDoesNotVerifyDrafts() {
        ForecastDenoiser forecast = plan(1, 8, 0, Fallback.NEXT_STEP).over(new TwoBlocks());
        assertThatThrownBy(() -> forecast.clean(2, new double[4], new int[] {0, 1}, new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot verify a draft");
    }

    @Test
    void numbersOutsideTheirRangeAreRefusedByName() {
        assertThatThrownBy(() -> plan(0, 8, 0, Fallback.NEXT_STEP)).hasMessageContaining("firstChecked");
        assertThatThrownBy(() -> plan(1, -1, 0, Fallback.NEXT_STEP)).hasMessageContaining("longest");
        assertThatThrownBy(() -> plan(1, 8, Double.NaN, Fallback.NEXT_STEP)).hasMessageContaining("tolerance");
    }

    private static FeatureForecast plan(int firstChecked, int longest, double tolerance, Fallback fallback) {
        return new FeatureForecast(2, 3, firstChecked, longest, tolerance, 1, 0, fallback, Extrapolation.TAYLOR);
    }

    private static double[] sample(Denoiser denoiser) {
        Noise noise = Noise.seeded(4);
        double[] start = denoiser.steps().start(denoiser.dimension(), noise);
        DenoisingRun run = new DenoisingRun(denoiser, start, new FixedSchedule(0), StepListener.NONE);
        while (run.goesOn()) {
            Trajectory path = run.path();
            run.verify(path);
            run.commit(path, path.land(new Reflection(), noise));
        }
        return run.state();
    }

    /** Two residual blocks of two numbers each, smooth in state and time; notes what was asked of it. */
    private static final class TwoBlocks implements FeatureDenoiser {
        private final StringBuilder asked = new StringBuilder();

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public Steps steps() {
            double[] times = new double[STEPS + 1];
            double[] alphaBars = new double[STEPS + 1];
            for (int level = 0; level <= STEPS; level++) {
                times[level] = 1 - level / (double) STEPS;
                alphaBars[level] = Math.pow(Math.cos(1.55 * times[level]), 2);
            }
            return Steps.ddim(NoiseLevels.variancePreserving(times, alphaBars), 0);
        }

        @Override
        public int features() {
            return 4;
        }

        @Override
        public int outputs() {
            return 2;
        }

        @Override
        public void clean(int rows, double[] states, int[] at, double[] into) {
            float[] features = new float[4];
            for (int row = 0; row < rows; row++) {
                double[] state = {states[2 * row], states[2 * row + 1]};
                double[] estimate = new double[2];
                cleanWithFeatures(state, at[row], features, estimate);
                System.arraycopy(estimate, 0, into, 2 * row, 2);
            }
        }

        @Override
        public void cleanWithFeatures(double[] state, int step, float[] features, double[] into) {
            asked.append('F');
            for (int i = 0; i < 2; i++) {
                features[i] = first(state, step, i);
            }
            for (int i = 0; i < 2; i++) {
                features[2 + i] = second(state, features, i);
            }
            add(state, features, into);
        }

        @Override
        public void cleanFromFeatures(double[] state, int step, float[] features, double[] into) {
            asked.append('T');
            add(state, features, into);
        }

        @Override
        public void lastBlock(double[] state, int step, float[] features, float[] forecast, float[] computed) {
            asked.append('c');
            for (int i = 0; i < 2; i++) {
                forecast[i] = (float) (state[i] + features[i] + features[2 + i]);
                computed[i] = (float) (state[i] + features[i] + second(state, features, i));
            }
        }

        private float first(double[] state, int step, int i) {
            return (float) (0.5 * Math.tanh(state[1 - i] + 0.05 * step) - 0.4 * state[i]);
        }

        private float second(double[] state, float[] features, int i) {
            return (float) (0.3 * Math.tanh(2 * (state[i] + features[i]) - features[1 - i]) + 0.1);
        }

        private void add(double[] state, float[] features, double[] into) {
            for (int i = 0; i < 2; i++) {
                into[i] = state[i] + features[i] + features[2 + i];
            }
        }
    }
}
