package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.specula.denoise.Coupling;
import dev.specula.noise.Noise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every coupling owes its callers: the target's law, whatever the distance. Extend it in the tests of a coupling. Laws are
 * tested on samples, with fixed seeds; a right coupling fails one of these tests in ten thousand.
 */
public abstract class CouplingContract {
    private static final int DRAWS = 30_000;
    private static final double FALSE_ALARM = 1e-4;
    private static final double STANDARD_ERRORS = 3.9; // two-sided, of the same false alarm

    /** The coupling. */
    protected abstract Coupling coupling();

    /** Whether it keeps as many drafted states as any coupling can. */
    protected boolean isMaximal() {
        return true;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.3, 1, 2, 4, 12})
    protected final void landsWithTheLawOfTheTarget(double distance) {
        double[] landed = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            Noise noise = Noise.seeded(draw);
            landed[draw] = coupling().land(distance, drafted(noise, 7), 7, noise);
        }
        assertThat(KolmogorovSmirnov.distance(landed, place -> KolmogorovSmirnov.normal(place - distance)))
                .as("distance from N(%s, 1)", distance)
                .isLessThan(KolmogorovSmirnov.critical(FALSE_ALARM, DRAWS));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.3, 1, 2, 4})
    protected final void keepsAsManyStatesAsPromised(double distance) {
        int kept = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            Noise noise = Noise.seeded(draw);
            double place = drafted(noise, 3);
            kept += coupling().land(distance, place, 3, noise) == place ? 1 : 0;
        }
        double most = 2 * KolmogorovSmirnov.normal(-distance / 2);
        double error = STANDARD_ERRORS * Math.sqrt(most * (1 - most) / DRAWS);
        if (isMaximal()) {
            assertThat(kept / (double) DRAWS).isCloseTo(most, within(error));
        } else {
            assertThat(kept / (double) DRAWS).isLessThan(most + error);
        }
    }

    @Test
    protected final void landsInTheSamePlaceWhenAskedTwice() {
        for (int seed = 0; seed < 100; seed++) {
            Noise noise = Noise.seeded(seed);
            double place = drafted(noise, seed);
            assertThat(coupling().land(1.5, place, seed, noise))
                    .isEqualTo(coupling().land(1.5, place, seed, noise));
        }
    }

    @Test
    protected final void keepsNearlyEveryStateOfAMeanThatIsNear() {
        int moved = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            Noise noise = Noise.seeded(draw);
            double place = drafted(noise, 1);
            moved += coupling().land(1e-6, place, 1, noise) == place ? 0 : 1;
        }
        assertThat(moved).isLessThanOrEqualTo(2);
    }

    private static double drafted(Noise noise, long position) {
        return noise.gaussian(Noise.Use.STATE, position, 0);
    }
}
