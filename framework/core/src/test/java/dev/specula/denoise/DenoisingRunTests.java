package dev.specula.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.SpeculaException;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.noise.Noise;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Schedule;
import org.junit.jupiter.api.Test;

class DenoisingRunTests {
    private static final Schedule FOUR = new FixedSchedule(4);
    private static final Steps STEPS = Steps.eulerAncestral(1, 8, 4, 2, 1, 0.5, 0);

    @Test
    void aTargetThatLearnedItsVarianceIsRefused() {
        Denoiser target = new LinearDenoiser(STEPS, 2, 0.5).learningVariance();
        assertThatThrownBy(() -> new DenoisingRun(target, new double[2], FOUR, StepListener.NONE))
                .isInstanceOf(IncompatibleModelsException.class)
                .hasMessageContaining("leave the variance of steps to its schedule");
    }

    @Test
    void aDraftThatLearnedItsVarianceIsNot() {
        Denoiser target = new LinearDenoiser(STEPS, 2, 0.5);
        Drift drift = new SmallerDenoiser(new LinearDenoiser(STEPS, 2, 0.4).learningVariance());
        DenoisingRun run = new DenoisingRun(target, new double[2], FOUR, StepListener.NONE);
        new Window(4).draft(run.path(), drift, run.budget(), Noise.seeded(1));
        assertThat(run.path().last()).isEqualTo(4);
    }

    @Test
    void aStartOfAnotherSizeIsRefusedWithBothSizes() {
        Denoiser target = new LinearDenoiser(STEPS, 2, 0.5);
        assertThatThrownBy(() -> new DenoisingRun(target, new double[3], FOUR, StepListener.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The start must be a state of 2 numbers, as the target has, but has 3.");
    }

    @Test
    void anEstimateThatIsNotANumberStopsTheRunAndNamesTheStep() {
        Denoiser target = new LinearDenoiser(STEPS, 2, Double.NaN);
        DenoisingRun run = new DenoisingRun(target, new double[] {1, 1}, FOUR, StepListener.NONE);
        Trajectory path = run.path();
        run.verify(path);
        assertThatThrownBy(() -> path.land(new Reflection(), Noise.seeded(1)))
                .isInstanceOf(SpeculaException.class)
                .hasMessageContaining("at step 0 of 5");
    }

    @Test
    void aWindowHoldsAtLeastOneState() {
        assertThatThrownBy(() -> new Window(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1 drafted state, but was 0");
    }

    @Test
    void theLastStepIsTheTargetsEvenIfItHasNoise() {
        double[] ones = {1, 1, 1};
        Denoiser target = new LinearDenoiser(new Steps(ones, ones, ones, ones, 1), 1, 0.1);
        DenoisingRun run = new DenoisingRun(target, new double[1], new FixedSchedule(9), StepListener.NONE);
        assertThat(run.budget()).isEqualTo(2);
    }

    @Test
    void anInterruptedThreadStopsTheRun() {
        Denoiser target = new LinearDenoiser(STEPS, 2, 0.5);
        DenoisingRun run = new DenoisingRun(target, new double[2], FOUR, StepListener.NONE);
        Thread.currentThread().interrupt();
        assertThat(run.goesOn()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(run.goesOn()).isTrue();
    }
}
