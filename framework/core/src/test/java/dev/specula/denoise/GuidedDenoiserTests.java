package dev.specula.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GuidedDenoiserTests {
    private static final Steps STEPS = Steps.eulerAncestral(1, 2, 1, 0);
    private final LinearDenoiser with = new LinearDenoiser(STEPS, 2, 0.8);
    private final LinearDenoiser without = new LinearDenoiser(STEPS, 2, 0.2);
    private final double[] states = {1, -2, 3, 4};
    private final double[] estimates = new double[4];

    @Test
    void pushesTheEstimateAwayFromTheUnconditionalOne() {
        new GuidedDenoiser(with, without, 3).clean(2, states, new int[] {0, 1}, estimates);
        for (int i = 0; i < 4; i++) {
            assertThat(estimates[i]).isCloseTo((0.2 + 3 * (0.8 - 0.2)) * states[i], within(1e-12));
        }
    }

    @Test
    void aScaleOfOneIsTheConditionalEstimateBitForBit() {
        new GuidedDenoiser(with, without, 1).clean(2, states, new int[] {0, 1}, estimates);
        double[] conditional = new double[4];
        with.clean(2, states, new int[] {0, 1}, conditional);
        assertThat(estimates).isEqualTo(conditional);
    }

    @Test
    void aNegativeScaleIsRefused() {
        assertThatThrownBy(() -> new GuidedDenoiser(with, without, -0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The guidance scale must be at least 0, but was -0.5; 1 is no guidance.");
    }

    @Test
    void denoisersOfTwoKindsOfStateAreRefused() {
        assertThatThrownBy(() -> new GuidedDenoiser(with, new LinearDenoiser(STEPS, 3, 1), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 numbers with the condition and 3 without");
    }

    @Test
    void closesBoth() {
        new GuidedDenoiser(with, without, 2).close();
        assertThat(with.isClosed() && without.isClosed()).isTrue();
    }
}
