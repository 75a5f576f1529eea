package dev.specula.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.noise.Noise.Use;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Chi-square tests have a false-alarm rate of 1e-6; with fixed seeds they pass or fail for good. */
class SeededNoiseTests {
    private static final int SAMPLES = 100_000;
    private final Noise noise = Noise.seeded(42);

    @Test
    void theSameKeyGivesTheSameNumberAndOthersOthers() {
        Set<Double> numbers = new HashSet<>();
        int keys = 0;
        for (Use use : Use.values()) {
            for (int position = 0; position < 500; position++) {
                for (int lane = 0; lane < 4; lane++) {
                    double number = noise.uniform(use, position, lane);
                    assertThat(Noise.seeded(42).uniform(use, position, lane)).isEqualTo(number);
                    numbers.add(number);
                    numbers.add(Noise.seeded(43).uniform(use, position, lane));
                    keys += 2;
                }
            }
        }
        assertThat(numbers).hasSize(keys);
    }

    @Test
    void numbersAreUniformInEveryStream() {
        for (Use use : Use.values()) {
            long[] counts = new long[64];
            for (int i = 0; i < SAMPLES; i++) {
                double number = noise.uniform(use, i / 2, i % 2);
                assertThat(number).isGreaterThan(0).isLessThan(1);
                counts[(int) (64 * number)]++;
            }
            assertThat(chiSquare(counts, uniform(64))).isLessThan(critical(63));
        }
    }

    @Test
    void streamsAndNeighboursAreIndependent() {
        long[] streams = new long[64];
        long[] neighbours = new long[64];
        long[] seeds = new long[64];
        for (int i = 0; i < SAMPLES; i++) {
            int eighth = (int) (8 * noise.uniform(Use.TOKEN, i, 0));
            streams[8 * eighth + (int) (8 * noise.uniform(Use.DRAFT, i, 0))]++;
            neighbours[8 * eighth + (int) (8 * noise.uniform(Use.TOKEN, i + 1, 0))]++;
            seeds[8 * eighth + (int) (8 * Noise.seeded(43).uniform(Use.TOKEN, i, 0))]++;
        }
        assertThat(chiSquare(streams, uniform(64))).isLessThan(critical(63));
        assertThat(chiSquare(neighbours, uniform(64))).isLessThan(critical(63));
        assertThat(chiSquare(seeds, uniform(64))).isLessThan(critical(63));
    }

    @Test
    void gaussianNumbersAreNormal() {
        // Quartiles and eighths of the standard normal distribution.
        double[] bounds = {-1.1503493803760079, -.6744897501960817, -.3186393639643752, 0};
        long[] counts = new long[8];
        for (int i = 0; i < SAMPLES; i++) {
            double number = noise.gaussian(Use.STATE, i, 0);
            int below = (int) Arrays.stream(bounds)
                    .filter(bound -> bound < -Math.abs(number))
                    .count();
            counts[number < 0 ? below : 7 - below]++;
        }
        assertThat(chiSquare(counts, uniform(8))).isLessThan(critical(7));
    }

    @Test
    void whatHappensHappensAsOftenAsItShould() {
        int happened = 0;
        for (int i = 0; i < SAMPLES; i++) {
            assertThat(noise.happens(Use.ACCEPT, 0, i, 0)).isFalse();
            assertThat(noise.happens(Use.ACCEPT, 1, i, 0)).isTrue();
            assertThat(noise.happens(Use.ACCEPT, 7.5, i, 0)).isTrue();
            happened += noise.happens(Use.ACCEPT, .3, i, 0) ? 1 : 0;
        }
        assertThat(chiSquare(new long[] {happened, SAMPLES - happened}, .3, .7)).isLessThan(critical(1));
    }

    @Test
    void theWinnerOfTheRaceHasTheLaw() {
        double[] probs = {.4, .25, .2, .1, .04, .009, .001, 0};
        for (Use use : new Use[] {Use.TOKEN, Use.DRAFT}) {
            long[] counts = new long[8];
            for (int i = 0; i < SAMPLES; i++) {
                counts[noise.draw(use, law(probs), i, 0)]++;
            }
            assertThat(counts[7]).isZero();
            assertThat(chiSquare(Arrays.copyOf(counts, 7), Arrays.copyOf(probs, 7)))
                    .isLessThan(critical(6));
        }
    }

    @Test
    void theOrderOfArrivalIsASampleWithoutReplacement() {
        double[] probs = {.5, .3, .15, .05};
        double[] pairs = new double[16];
        long[] counts = new long[16];
        for (int i = 0; i < 16; i++) {
            pairs[i] = i / 4 == i % 4 ? 0 : probs[i / 4] * probs[i % 4] / (1 - probs[i / 4]);
        }
        int[] drawn = new int[2];
        for (int i = 0; i < SAMPLES; i++) {
            assertThat(noise.draw(Use.DRAFT, law(probs), i, 0, 2, drawn)).isEqualTo(2);
            counts[4 * drawn[0] + drawn[1]]++;
        }
        int[] possible = IntStream.range(0, 16).filter(i -> pairs[i] > 0).toArray();
        assertThat(IntStream.range(0, 4).mapToLong(i -> counts[5 * i]).sum()).isZero();
        assertThat(chiSquare(
                        IntStream.of(possible).mapToLong(i -> counts[i]).toArray(),
                        IntStream.of(possible).mapToDouble(i -> pairs[i]).toArray()))
                .isLessThan(critical(11));
    }

    @Test
    void boundsNeverChangeTheWinner() {
        SplittableRandom random = new SplittableRandom(3);
        int[] drawn = new int[5];
        for (int i = 0; i < 3000; i++) {
            double[] probs = new double[2 + random.nextInt(i % 10 == 0 ? 2000 : 20)];
            for (int token = 0; token < probs.length; token++) {
                probs[token] = random.nextInt(4) == 0 ? 0 : Math.exp(-30 * random.nextDouble());
            }
            probs[random.nextInt(probs.length)] = 1e-3;
            Law law = law(probs);
            int found = noise.draw(Use.TOKEN, law, i, 1, 5, drawn);
            assertThat(drawn[0]).isEqualTo(noise.draw(Use.TOKEN, law, i, 1));
            assertThat(found).isEqualTo((int)
                    Math.min(5, Arrays.stream(probs).filter(prob -> prob > 0).count()));
            assertThat(Arrays.stream(drawn, 0, found).distinct().count()).isEqualTo(found);
            int[] fewer = new int[3];
            noise.draw(Use.TOKEN, law, i, 1, 3, fewer);
            assertThat(Arrays.copyOf(drawn, Math.min(3, found))).isEqualTo(Arrays.copyOf(fewer, Math.min(3, found)));
        }
    }

    @Test
    void closeLawsMostlyHaveTheSameWinner() {
        double[] one = {.5, .3, .2};
        double[] other = {.4, .35, .25};
        double variation = .1;
        int same = 0;
        for (int i = 0; i < SAMPLES; i++) {
            same += noise.token(law(one), i, 0) == noise.token(law(other), i, 0) ? 1 : 0;
        }
        // The bound of Daliri et al., less 5 standard deviations.
        double bound = (1 - variation) / (1 + variation);
        assertThat(same / (double) SAMPLES).isGreaterThan(bound - 5 * Math.sqrt(bound * (1 - bound) / SAMPLES));
    }

    @Test
    void aCertainLawHasItsWinnerAndRanksTheRest() {
        Law certain = new Law() {
            @Override
            public int size() {
                return 4;
            }

            @Override
            public double prob(int token) {
                return token == 2 ? 1 : 0;
            }

            @Override
            public int support() {
                return 1;
            }

            @Override
            public int supported(int index) {
                return 2;
            }

            @Override
            public int likeliest(int count, int[] into) {
                into[0] = 2;
                into[1] = 0;
                return 2;
            }
        };
        int[] drawn = new int[2];
        assertThat(noise.token(certain, 5, 0)).isEqualTo(2);
        assertThat(noise.draw(Use.TOKEN, certain, 5, 0, 2, drawn)).isEqualTo(2);
        assertThat(drawn).containsExactly(2, 0);
    }

    @Test
    void aLawRanksItsLikeliestTokensLowerFirstAmongEquals() {
        int[] ranked = new int[4];
        assertThat(law(.2, .1, .2, .4, .1).likeliest(4, ranked)).isEqualTo(4);
        assertThat(ranked).containsExactly(3, 0, 2, 1);
        assertThat(law(.6, .4).likeliest(4, ranked)).isEqualTo(2);
    }

    private static Law law(double... weights) {
        double sum = Arrays.stream(weights).sum();
        return new Law() {
            @Override
            public int size() {
                return weights.length;
            }

            @Override
            public double prob(int token) {
                return weights[token] / sum;
            }
        };
    }

    private static double[] uniform(int cells) {
        double[] probs = new double[cells];
        Arrays.fill(probs, 1.0 / cells);
        return probs;
    }

    private static double chiSquare(long[] counts, double... probs) {
        double samples = Arrays.stream(counts).sum();
        return IntStream.range(0, counts.length)
                .mapToDouble(i -> Math.pow(counts[i] - samples * probs[i], 2) / (samples * probs[i]))
                .sum();
    }

    /** What chi-square exceeds with probability 1e-6 (Wilson and Hilferty 1931). */
    private static double critical(int degrees) {
        double part = 2.0 / (9 * degrees);
        return degrees * Math.pow(1 - part + 4.753 * Math.sqrt(part), 3);
    }
}
