package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.noise.Noise;
import dev.specula.token.LogitLaw;
import dev.specula.token.Sampling;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The kernel's law against the one straight from the formula. */
class LogitLawTests {
    private static final Offset<Double> ROUNDING = Assertions.offset(1e-13);

    private final LogitLaw law = new LogitLaw();
    private final SplittableRandom random = new SplittableRandom(12);

    @Test
    void isTheFormulasLawForSmallVocabularies() {
        for (int i = 0; i < 20_000; i++) {
            float[] logits = logits(1 + random.nextInt(12), 3);
            assertIsTheFormulasLaw(logits, sampling(logits.length));
        }
    }

    @Test
    void isTheFormulasLawWhereManyLogitsTie() {
        for (int i = 0; i < 20_000; i++) {
            float[] logits = logits(1 + random.nextInt(30), 3);
            for (int token = 0; token < logits.length; token++) {
                logits[token] = Math.round(logits[token] / 2);
            }
            // Equal weights make sums that are exact, so that no nucleus hangs on rounding.
            double topP = (1 + random.nextInt(31)) / 32.0 - 1e-9;
            assertIsTheFormulasLaw(logits, new Sampling(1, random.nextInt(logits.length + 2), topP, 1, 0));
        }
    }

    @Test
    void isTheFormulasLawForLargeVocabularies() {
        for (int vocabulary : new int[] {300, 5_000, 40_000}) {
            for (double spread : new double[] {0, .01, 1, 8}) {
                float[] logits = logits(vocabulary, spread);
                for (double topP : new double[] {.05, .5, .9, .999, 1}) {
                    assertIsTheFormulasLaw(logits, new Sampling(1, 0, topP, 1, 0));
                    assertIsTheFormulasLaw(logits, new Sampling(.6, 200, topP, 1, 0));
                }
            }
        }
    }

    @Test
    void isCertainAtTemperatureZeroOfTheLowerAmongEquals() {
        shape(new float[] {1, 4, 2, 4}, Sampling.GREEDY);
        assertThat(law.support()).isEqualTo(1);
        assertThat(law.supported(0)).isEqualTo(1);
        assertThat(IntStream.range(0, 4).mapToDouble(law::prob)).containsExactly(0.0, 1.0, 0.0, 0.0);
        int[] ranked = new int[3];
        assertThat(law.likeliest(3, ranked)).isEqualTo(3);
        assertThat(ranked).containsExactly(1, 3, 2);
    }

    @Test
    void hasTheWinnersOfTheFormulasLawThoughARaceWeighsOnlyAFew() {
        for (int i = 0; i < 20_000; i++) {
            float[] logits = logits(2 + random.nextInt(400), 6);
            Sampling sampling = sampling(logits.length);
            shape(logits, sampling);
            Noise noise = Noise.seeded(i);
            int winner = noise.token(law, 0, 0);
            int[] first = new int[1];
            noise.draw(Noise.Use.TOKEN, law, 0, 0, 1, first);
            assertThat(winner)
                    .isEqualTo(first[0])
                    .isEqualTo(noise.token(PlainLaw.of(logits, token -> false, sampling), 0, 0));
        }
    }

    @Test
    void weighsATokenNoMoreThanItSays() {
        for (double temperature : new double[] {.01, .7, 1, 30}) {
            float[] logits = logits(5_000, 3);
            shape(logits, Sampling.at(temperature, 0));
            for (int token = 0; token < logits.length; token++) {
                assertThat(law.weight(token)).isLessThanOrEqualTo(law.weightAtMost(token));
            }
        }
    }

    @Test
    void isNoLessSureThanItsBound() {
        for (int i = 0; i < 20_000; i++) {
            float[] logits = logits(2 + random.nextInt(400), 1 + random.nextInt(30));
            shape(logits, Sampling.at(0, 0));
            double certainty = law.certainty();
            assertThat(law.certaintyAtLeast()).isLessThanOrEqualTo(certainty);
            double all = IntStream.range(0, logits.length)
                    .mapToDouble(token -> Math.exp(logits[token] - (double) logits[law.mode()]))
                    .sum();
            assertThat(certainty).isCloseTo(1 / all, Assertions.offset(1e-9));
        }
    }

    @Test
    void tellsWhetherTokensOutweighOneAsTheFormulaDoes() {
        int outweighed = 0;
        for (int i = 0; i < 20_000; i++) {
            float[] logits = logits(2 + random.nextInt(400), 3);
            shape(logits, Sampling.at(0, 0));
            float logit = (float) (6 * random.nextGaussian() + 6);
            double together = Math.log(IntStream.range(0, logits.length)
                    .mapToDouble(token -> Math.exp(logits[token]))
                    .sum());
            if (Math.abs(together - logit) > 1e-5) {
                assertThat(law.outweigh(0, logits.length, logit)).isEqualTo(together > logit);
                outweighed += together > logit ? 1 : 0;
            }
        }
        assertThat(outweighed).isBetween(5_000, 15_000);
    }

    @Test
    void topKSupportsTheLowerAmongEquals() {
        shape(new float[] {2, 1, 2, 1, 1, 0}, new Sampling(1, 3, 1, 1, 0));
        assertThat(IntStream.range(0, law.support()).map(law::supported)).containsExactly(0, 1, 2);
    }

    @Test
    void topPKeepsTheTokenThatReachesTheSum() {
        float[] halves = {(float) Math.log(.5), (float) Math.log(.25), (float) Math.log(.25)};
        shape(halves, new Sampling(1, 0, .5, 1, 0));
        assertThat(law.support()).isEqualTo(1);
        shape(halves, new Sampling(1, 0, .51, 1, 0));
        assertThat(IntStream.range(0, law.support()).map(law::supported)).containsExactly(0, 1);
        assertThat(law.prob(0)).isCloseTo(2 / 3.0, Assertions.offset(1e-7));
    }

    @Test
    void survivesLogitsThatAreFarApartOrMasked() {
        float[] logits = {-1e30f, Float.NEGATIVE_INFINITY, 50, -3000, 49};
        for (double temperature : new double[] {1e-300, 1e-3, 1}) {
            shape(logits, Sampling.at(temperature, 0));
            assertThat(IntStream.range(0, 5).mapToDouble(law::prob).sum()).isCloseTo(1, ROUNDING);
            assertThat(law.prob(1)).isZero();
            assertThat(law.prob(2)).isGreaterThan(.5);
        }
    }

    @Test
    void isRefilledWithoutATraceOfTheRowBefore() {
        shape(logits(50, 3), new Sampling(1, 5, 1, 1, 0));
        float[] logits = logits(7, 3);
        assertIsTheFormulasLaw(logits, Sampling.at(1, 0));
        shape(logits, Sampling.GREEDY);
        assertIsTheFormulasLaw(logits(7, 3), new Sampling(.8, 3, .7, 1, 0));
    }

    private void assertIsTheFormulasLaw(float[] logits, Sampling sampling) {
        PlainLaw formula = PlainLaw.of(logits, token -> false, sampling);
        shape(logits, sampling);
        int supported = 0;
        double sum = 0;
        for (int index = 0; index < law.support(); index++) {
            int token = law.supported(index);
            assertThat(index == 0 || law.supported(index - 1) < token).isTrue();
        }
        for (int token = 0; token < logits.length; token++) {
            double prob = law.prob(token);
            if (Math.abs(prob - formula.prob(token)) > 1e-13 || (prob > 0) != (formula.prob(token) > 0)) {
                throw new AssertionError("token " + token + " of " + logits.length + " has " + prob + " instead of "
                        + formula.prob(token) + " under " + sampling);
            }
            supported += prob > 0 ? 1 : 0;
            sum += prob;
        }
        assertThat(supported).isLessThanOrEqualTo(law.support());
        assertThat(sum).isCloseTo(1, Assertions.offset(1e-9));
        assertThat(law.size()).isEqualTo(logits.length);
    }

    private void shape(float[] logits, Sampling sampling) {
        System.arraycopy(logits, 0, law.row(logits.length), 0, logits.length);
        law.shape(sampling);
    }

    private Sampling sampling(int vocabulary) {
        double temperature = random.nextInt(6) == 0 ? 0 : .1 + 2 * random.nextDouble();
        int topK = random.nextBoolean() ? 0 : random.nextInt(vocabulary + 2);
        double topP = random.nextBoolean() ? 1 : .01 + .99 * random.nextDouble();
        return new Sampling(temperature, topK, topP, 1, 0);
    }

    private float[] logits(int vocabulary, double spread) {
        float[] logits = new float[vocabulary];
        for (int token = 0; token < vocabulary; token++) {
            logits[token] = (float) (spread * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5));
        }
        return logits;
    }
}
