package dev.specula.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureSeriesTests {
    @ParameterizedTest
    @EnumSource
    void aConstantIsContinuedExactly(Extrapolation extrapolation) {
        assertThat(continued(extrapolation, 3, time -> 2.5, 9, 0, 1, 3, 4)).isEqualTo(2.5f);
    }

    @ParameterizedTest
    @EnumSource
    void aLineIsContinuedExactlyFromAnySpacing(Extrapolation extrapolation) {
        assertThat(continued(extrapolation, 3, time -> 2 - 0.5 * time, 9, 0, 1, 3, 4))
                .isCloseTo(-2.5f, within(1e-5f));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void newtonContinuesPolynomialsUpToItsOrderFromAnySpacing(int order) {
        DoubleUnaryOperator polynomial = time -> 1 + time - Math.pow(time / 4, order);
        assertThat((double) continued(Extrapolation.NEWTON, order, polynomial, 9, 0, 1, 3, 4, 6, 7))
                .isCloseTo(polynomial.applyAsDouble(9), within(1e-3));
    }

    @Test
    void taylorTakesDifferencesForDerivatives() {
        // Of a square with spacing 2: slope 2 t - 2 at the last time and not 2 t, second difference 2.
        assertThat(continued(Extrapolation.TAYLOR, 2, time -> time * time, 9, 2, 4, 6))
                .isCloseTo(36 + 3 * (12 - 2) + 9f / 2 * 2, within(1e-4f));
    }

    @ParameterizedTest
    @EnumSource
    void oneValueIsContinuedAsItIsWhateverTheOrder(Extrapolation extrapolation) {
        assertThat(continued(extrapolation, 4, time -> 7 + time, 9, 1)).isEqualTo(8f);
    }

    @ParameterizedTest
    @EnumSource
    void orderZeroRepeatsTheLastValue(Extrapolation extrapolation) {
        assertThat(continued(extrapolation, 0, time -> 7 + time, 9, 1, 2)).isEqualTo(9f);
    }

    private static float continued(
            Extrapolation extrapolation, int order, DoubleUnaryOperator of, double time, double... known) {
        FeatureSeries series = new FeatureSeries(extrapolation, order, 1);
        for (double at : known) {
            series.learn(at, new float[] {(float) of.applyAsDouble(at)});
        }
        float[] continued = new float[1];
        series.forecast(time, continued);
        return continued[0];
    }
}
