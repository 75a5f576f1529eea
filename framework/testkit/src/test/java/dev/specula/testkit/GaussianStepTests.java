package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.specula.denoise.Coupling;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoisingRun;
import dev.specula.denoise.Drift;
import dev.specula.denoise.Redraw;
import dev.specula.denoise.Reflection;
import dev.specula.denoise.Steps;
import dev.specula.denoise.Trajectory;
import dev.specula.denoise.Window;
import dev.specula.noise.Noise;
import dev.specula.testkit.rounds.DenoisingRound;
import dev.specula.token.FixedSchedule;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One coupled step in one and more dimensions, through the parts that a round uses. */
class GaussianStepTests {
    private static final int DRAWS = 8_000;
    private static final double FALSE_ALARM = 1e-4;
    private static final double STANDARD_ERRORS = 3.9;
    private static final double DEVIATION = 0.7;

    static Stream<Arguments> cases() {
        return Stream.of(1, 2, 32)
                .flatMap(dimension -> Stream.of(0.1, 0.3, 1.0, 2.0, 4.0)
                        .flatMap(distance -> Stream.of(new Reflection(), new Redraw())
                                .map(coupling -> Arguments.of(dimension, distance, coupling))));
    }

    @ParameterizedTest(name = "{0} dimensions, distance {1}, {2}")
    @MethodSource("cases")
    void theNextStateIsGaussianAboutTheMeanOfTheTarget(int dimension, double distance, Coupling coupling) {
        Step step = new Step(dimension, distance);
        double[] along = new double[DRAWS];
        double[] across = new double[DRAWS];
        int kept = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            DenoisingRun run = step.sample(coupling, Noise.seeded(draw));
            along[draw] = step.place(run.state(), step.way);
            across[draw] = step.place(run.state(), step.across);
            kept += (int) run.report().kept();
        }
        double critical = KolmogorovSmirnov.critical(FALSE_ALARM, DRAWS);
        assertThat(KolmogorovSmirnov.distance(along, place -> KolmogorovSmirnov.normal(place - distance)))
                .as("along the way between the means")
                .isLessThan(critical);
        if (dimension > 1) {
            assertThat(KolmogorovSmirnov.distance(across, KolmogorovSmirnov::normal))
                    .as("across it")
                    .isLessThan(critical);
        }
        double most = 2 * KolmogorovSmirnov.normal(-distance / 2);
        assertThat(kept / (double) DRAWS)
                .as("drafted states kept")
                .isCloseTo(most, within(STANDARD_ERRORS * Math.sqrt(most * (1 - most) / DRAWS)));
    }

    @Test
    void aDraftWithTheMeanOfTheTargetIsAlwaysKept() {
        for (double distance : new double[] {0, 1e-12, 1e-9}) {
            Step step = new Step(32, distance);
            for (int draw = 0; draw < 500; draw++) {
                assertThat(step.sample(new Reflection(), Noise.seeded(draw))
                                .report()
                                .kept())
                        .as("distance %s", distance)
                        .isEqualTo(1);
            }
        }
    }

    /** A step about a fixed mean, and a certain one that changes nothing. */
    private static final class Step implements Denoiser, Drift {
        private final double[] draftMean;
        private final double[] targetMean;
        private final double[] way; // unit
        private final double[] across; // unit, at a right angle to it

        Step(int dimension, double distance) {
            SplittableRandom random = new SplittableRandom(dimension);
            draftMean = random.doubles(dimension, -3, 3).toArray();
            way = unit(random.doubles(dimension, -1, 1).toArray());
            double[] other = random.doubles(dimension, -1, 1).toArray();
            double shadow = dot(other, way);
            for (int i = 0; i < dimension; i++) {
                other[i] -= shadow * way[i];
            }
            across = unit(other);
            targetMean = new double[dimension];
            for (int i = 0; i < dimension; i++) {
                targetMean[i] = draftMean[i] + DEVIATION * distance * way[i];
            }
        }

        DenoisingRun sample(Coupling coupling, Noise noise) {
            return new DenoisingRound(this, new Window(1), coupling).sample(this, new FixedSchedule(1), noise);
        }

        /** Where a state is in a direction, in deviations from the draft's mean. */
        double place(double[] state, double[] direction) {
            return (dot(state, direction) - dot(draftMean, direction)) / DEVIATION;
        }

        @Override
        public int dimension() {
            return draftMean.length;
        }

        @Override
        public Steps steps() {
            double[] times = {1, 0};
            return new Steps(times, new double[] {0, 0}, new double[] {1, 1}, new double[] {DEVIATION, 0}, 1);
        }

        @Override
        public void clean(int rows, double[] states, int[] at, double[] into) {
            for (int row = 0; row < rows; row++) {
                boolean coupled = at[row] == 0;
                System.arraycopy(
                        coupled ? targetMean : states,
                        coupled ? 0 : row * dimension(),
                        into,
                        row * dimension(),
                        dimension());
            }
        }

        @Override
        public boolean drafts(Trajectory path) {
            return true;
        }

        @Override
        public void mean(Trajectory path, double[] into) {
            System.arraycopy(draftMean, 0, into, 0, into.length);
        }

        @Override
        public void close() {}

        private static double dot(double[] one, double[] other) {
            double sum = 0;
            for (int i = 0; i < one.length; i++) {
                sum += one[i] * other[i];
            }
            return sum;
        }

        private static double[] unit(double[] direction) {
            double length = Math.sqrt(dot(direction, direction));
            for (int i = 0; i < direction.length; i++) {
                direction[i] /= length == 0 ? 1 : length;
            }
            return direction;
        }
    }
}
