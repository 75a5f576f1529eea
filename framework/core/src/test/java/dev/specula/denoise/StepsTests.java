package dev.specula.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.specula.noise.Noise;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTests {
    private static final int COUNT = 20;
    private static final double EXACT = 1e-12;
    private static final double[] BETAS = betas();
    private static final double[] ALPHA_BARS = alphaBars(); // from noise to data
    private static final double[] TIMES = new double[COUNT + 1];

    @Test
    void ddpmHasTheCoefficientsOfThePaper() {
        Steps steps = Steps.ddpm(NoiseLevels.variancePreserving(TIMES, ALPHA_BARS));
        for (int step = 0; step < COUNT; step++) {
            double beta = BETAS[step];
            double bar = ALPHA_BARS[step];
            double nextBar = ALPHA_BARS[step + 1];
            assertThat(steps.mean(step, 0, 1)).isCloseTo(Math.sqrt(nextBar) * beta / (1 - bar), within(EXACT));
            assertThat(steps.mean(step, 1, 0))
                    .isCloseTo(Math.sqrt(1 - beta) * (1 - nextBar) / (1 - bar), within(EXACT));
            assertThat(steps.deviation(step) * steps.deviation(step))
                    .isCloseTo(beta * (1 - nextBar) / (1 - bar), within(EXACT));
        }
        assertThat(steps.isCertain(COUNT - 1)).as("the step to clean data").isTrue();
    }

    @Test
    void theCosineScheduleGoesFromNoiseAloneToCleanData() {
        NoiseLevels levels = NoiseLevels.cosine(4);
        assertThat(levels.count()).isEqualTo(5);
        assertThat(levels.signal(0)).isZero();
        assertThat(levels.noise(4)).isZero();
        assertThat(levels.time(1)).isEqualTo(0.75);
        for (int level = 0; level < 5; level++) {
            assertThat(levels.signal(level)).isCloseTo(Math.cos(Math.PI / 2 * levels.time(level)), within(EXACT));
            assertThat(levels.noise(level)).isCloseTo(Math.sin(Math.PI / 2 * levels.time(level)), within(EXACT));
        }
    }

    @Test
    void ddimWithoutNoiseMovesAlongTheEstimatedNoise() {
        Steps steps = Steps.ddim(NoiseLevels.variancePreserving(TIMES, ALPHA_BARS), 0);
        double clean = 0.4;
        double noise = -1.2;
        for (int step = 0; step < COUNT; step++) {
            double state = Math.sqrt(ALPHA_BARS[step]) * clean + Math.sqrt(1 - ALPHA_BARS[step]) * noise;
            double next = Math.sqrt(ALPHA_BARS[step + 1]) * clean + Math.sqrt(1 - ALPHA_BARS[step + 1]) * noise;
            assertThat(steps.mean(step, state, clean)).isCloseTo(next, within(EXACT));
            assertThat(steps.isCertain(step)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void ddimWithEtaHasTheDeviationOfThePaper(double eta) {
        Steps steps = Steps.ddim(NoiseLevels.variancePreserving(TIMES, ALPHA_BARS), eta);
        for (int step = 0; step < COUNT; step++) {
            double bar = ALPHA_BARS[step];
            double nextBar = ALPHA_BARS[step + 1];
            assertThat(steps.deviation(step))
                    .isCloseTo(
                            eta * Math.sqrt((1 - nextBar) / (1 - bar)) * Math.sqrt(1 - bar / nextBar), within(EXACT));
        }
    }

    @Test
    void eulerAncestralGoesDownAndAddsNoiseBackUp() {
        double[] sigmas = {14, 6, 2, 0.5, 0.1, 0};
        Steps steps = Steps.eulerAncestral(1, sigmas);
        for (int step = 0; step < sigmas.length - 1; step++) {
            double from = sigmas[step];
            double to = sigmas[step + 1];
            double up = Math.sqrt(to * to * (from * from - to * to) / (from * from));
            double down = Math.sqrt(to * to - up * up);
            double state = 3;
            double clean = -0.7;
            assertThat(steps.mean(step, state, clean))
                    .isCloseTo(state + (state - clean) / from * (down - from), within(EXACT));
            assertThat(steps.deviation(step)).isCloseTo(up, within(EXACT));
        }
        assertThat(steps.start(1, Noise.seeded(1))[0])
                .isEqualTo(14 * Noise.seeded(1).gaussian(Noise.Use.STATE, 0, 0));
    }

    @Test
    void flowWithoutChurnIsEulersMethodOnTheVelocity() {
        double[] times = {1, 0.7, 0.4, 0.1, 0};
        Steps steps = Steps.stochasticFlow(0, times);
        for (int step = 0; step < times.length - 1; step++) {
            double state = 0.8;
            double clean = -0.3;
            double velocity = (state - clean) / times[step];
            assertThat(steps.mean(step, state, clean))
                    .isCloseTo(state + (times[step + 1] - times[step]) * velocity, within(EXACT));
            assertThat(steps.isCertain(step)).isTrue();
        }
    }

    @Test
    void flowWithChurnFollowsTheScoreAndIsCertainAtBothEnds() {
        double[] times = {1, 0.7, 0.4, 0.1, 0};
        double churn = 0.8;
        Steps steps = Steps.stochasticFlow(churn, times);
        for (int step = 1; step < times.length - 2; step++) {
            double time = times[step];
            double passed = times[step + 1] - time;
            double state = 0.8;
            double clean = -0.3;
            double velocity = (state - clean) / time;
            double squared = 2 * time / (1 - time);
            double score = -(state + (1 - time) * velocity) / time;
            assertThat(steps.mean(step, state, clean))
                    .isCloseTo(state + passed * (velocity - churn * churn / 2 * squared * score), within(EXACT));
            assertThat(steps.deviation(step)).isCloseTo(churn * Math.sqrt(squared * -passed), within(EXACT));
        }
        assertThat(steps.isCertain(0)).isTrue();
        assertThat(steps.isCertain(times.length - 2)).isTrue();
        assertThat(steps.mean(times.length - 2, 0.8, -0.3)).isCloseTo(-0.3, within(EXACT));
    }

    @Test
    void theNoiseOfTheStartIsAFunctionOfTheSeed() {
        Steps steps = Steps.ddpm(NoiseLevels.variancePreserving(TIMES, ALPHA_BARS));
        assertThat(steps.start(3, Noise.seeded(1)))
                .isEqualTo(steps.start(3, Noise.seeded(1)))
                .isNotEqualTo(steps.start(3, Noise.seeded(2)));
    }

    @Test
    void levelsThatGainNoiseAreRefused() {
        assertThatThrownBy(() -> NoiseLevels.variancePreserving(new double[3], new double[] {0.2, 0.1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("level 1")
                .hasMessageContaining("from noise to data");
        assertThatThrownBy(() -> NoiseLevels.varianceExploding(2, 2, 0)).hasMessageContaining("level 1");
        assertThatThrownBy(() -> NoiseLevels.straight(1)).hasMessageContaining("at least 2 levels");
        assertThatThrownBy(() -> NoiseLevels.variancePreserving(new double[2], new double[] {0.1, 1.1}))
                .hasMessageContaining("level 1");
    }

    @Test
    void sharesOutsideTheirRangeAreRefusedByName() {
        NoiseLevels levels = NoiseLevels.variancePreserving(TIMES, ALPHA_BARS);
        assertThatThrownBy(() -> Steps.ddim(levels, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("eta must be at least 0 and at most 1, but was 1.5.");
        assertThatThrownBy(() -> Steps.stochasticFlow(-1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("churn must be at least 0, but was -1.0.");
    }

    @Test
    void stepsOfOnesOwnNeedAFiniteMeanAndADeviation() {
        double[] one = {1};
        assertThatThrownBy(() -> new Steps(one, one, one, new double[] {-1}, 1)).hasMessageContaining("deviation -1.0");
        assertThatThrownBy(() -> new Steps(one, one, new double[2], one, 1)).hasMessageContaining("2 pulls");
        assertThatThrownBy(() -> new Steps(one, new double[] {Double.NaN}, one, one, 1))
                .hasMessageContaining("carry NaN");
    }

    private static double[] betas() {
        double[] betas = new double[COUNT];
        Arrays.setAll(betas, step -> 0.3 - 0.29 * step / (COUNT - 1));
        return betas;
    }

    private static double[] alphaBars() {
        double[] bars = new double[COUNT + 1];
        bars[COUNT] = 1;
        for (int step = COUNT - 1; step >= 0; step--) {
            bars[step] = bars[step + 1] * (1 - BETAS[step]);
        }
        return bars;
    }
}
