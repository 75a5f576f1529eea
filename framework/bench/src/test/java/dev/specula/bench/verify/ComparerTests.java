package dev.specula.bench.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.specula.Guarantee;
import dev.specula.bench.TablePipeline;
import dev.specula.bench.decoding.Subject;
import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import dev.specula.plan.PipelineDescription;
import dev.specula.testkit.TableModel;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparerTests {
    private static final Prompt PROMPT = Prompt.of(1, 2);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.8})
    void findsNoDifferenceInAPipelineThatIsRight(double temperature) {
        Comparison comparison = compare(TablePipeline.right(), temperature);

        assertThat(comparison.holds()).isTrue();
        assertThat(comparison.tokens()).isEqualTo(20 * 30);
        assertThat(comparison.describe()).contains("0 of 600 tokens differ in 20 answers");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.8})
    void findsAPipelineThatKeepsWhatItShouldNot(double temperature) {
        Comparison comparison = compare(TablePipeline.careless(Guarantee.SAME_TOKENS), temperature);

        assertThat(comparison.differingTokens()).isPositive();
        assertThat(comparison.holds()).isFalse();
        assertThat(comparison.describe()).contains("NOT what was promised");
    }

    @Test
    void takesNoDifferenceForANearTieThatIsNone() {
        Comparison comparison = compare(TablePipeline.careless(Guarantee.SAME_LAW), 0);

        assertThat(comparison.nearTies()).isLessThan(comparison.differingAnswers());
        assertThat(comparison.widestMargin()).isGreaterThan(1e-3);
        assertThat(comparison.describe()).contains("the widest margin is");
        assertThat(comparison.holds()).isFalse();
    }

    @Test
    void countsButAllowsDifferencesOfARelaxedPipeline() {
        Comparison comparison = compare(TablePipeline.careless(Guarantee.RELAXED), 0.8);

        assertThat(comparison.differingTokens()).isPositive();
        assertThat(comparison.holds()).isTrue();
    }

    @Test
    void measuresTheLogitsOfTwoTokensAtTemperatureNought() {
        Law law = law(Sampling.at(1, 0));
        int[] likeliest = new int[2];
        law.likeliest(2, likeliest);
        double apart = Math.log(law.prob(likeliest[0]) / law.prob(likeliest[1]));
        float[] logits = new float[8];
        try (Sequence main = TableModel.of(8, 1).open(PROMPT, Sampling.GREEDY)) {
            Draft none = new Draft(1);
            none.restart(main);
            main.pass(none).logits(0, 0, logits);
        }
        double larger = Math.max(Math.abs(logits[likeliest[0]]), Math.abs(logits[likeliest[1]]));

        assertThat(margin(likeliest[0], likeliest[0], Sampling.GREEDY)).isZero();
        assertThat(margin(likeliest[0], likeliest[1], Sampling.GREEDY)).isCloseTo(apart / larger, within(1e-12));
    }

    /** Of many random models some hesitate between two tokens. */
    @Test
    void takesTokensThatRoundingMayDecideForANearTie() {
        int near = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            TableModel model = TableModel.of(8, seed);
            int[] likeliest = new int[2];
            law(model, Sampling.at(1, 0)).likeliest(2, likeliest);
            double margin = Margin.between(model, PROMPT, new int[] {likeliest[0]}, 0, likeliest[1], Sampling.GREEDY);
            near += Margin.isNearTie(margin) ? 1 : 0;
        }

        assertThat(near).isBetween(1, 20);
    }

    @Test
    void allowsATreeItsNearTiesAndNothingElse() {
        PipelineDescription tree = PipelineDescription.branching(
                "table", "tree", Guarantee.SAME_LAW, "model", "tree", "match", "fixed", 3);

        assertThat(new Comparison(tree, 0, 20, 600, 9, 2, 2, 5e-5).holds()).isTrue();
        assertThat(new Comparison(tree, 0, 20, 600, 9, 2, 1, 5e-3).holds()).isFalse();
    }

    @Test
    void measuresTheTimesOfTwoTokensInTheRace() {
        Sampling sampling = Sampling.at(1, 6);
        Noise noise = Noise.seeded(6);
        int[] first = new int[2];
        noise.draw(Noise.Use.TOKEN, law(sampling), 2, 0, 2, first);

        double margin = margin(first[0], first[1], sampling);

        assertThat(margin).isPositive().isEqualTo(margin(first[1], first[0], sampling));
        Law evened = new NudgedLaw(law(sampling), first[1], 1 + margin * 0.999);
        assertThat(noise.token(evened, 2, 0)).isEqualTo(first[0]);
        Law overtaken = new NudgedLaw(law(sampling), first[1], 1 + margin * 1.001);
        assertThat(noise.token(overtaken, 2, 0)).isEqualTo(first[1]);
    }

    private static double margin(int said, int other, Sampling sampling) {
        return Margin.between(TableModel.of(8, 1), PROMPT, new int[] {said}, 0, other, sampling);
    }

    private static Law law(Sampling sampling) {
        return law(TableModel.of(8, 1), sampling);
    }

    private static Law law(TableModel model, Sampling sampling) {
        try (Sequence main = model.open(PROMPT, sampling)) {
            Draft none = new Draft(1);
            none.restart(main);
            return main.pass(none).law(0, 0);
        }
    }

    @Test
    void countsPlacesThatDifferOrAreMissing() {
        assertThat(Differences.count(new int[] {1, 2, 3}, new int[] {1, 2, 3})).isZero();
        assertThat(Differences.count(new int[] {1, 2, 3}, new int[] {1, 9})).isEqualTo(2);
    }

    private static Comparison compare(Subject subject, double temperature) {
        return Comparer.compare(subject, TablePipeline.tasks(20), temperature, 3, 30);
    }
}
