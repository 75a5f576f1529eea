package dev.specula.bench.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.Guarantee;
import dev.specula.bench.TablePipeline;
import dev.specula.bench.decoding.Subject;
import dev.specula.noise.Law;
import dev.specula.testkit.TableModel;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparerTests {
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
        assertThat(comparison.holds()).isFalse();
    }

    @Test
    void countsButAllowsDifferencesOfARelaxedPipeline() {
        Comparison comparison = compare(TablePipeline.careless(Guarantee.RELAXED), 0.8);

        assertThat(comparison.differingTokens()).isPositive();
        assertThat(comparison.holds()).isTrue();
    }

    @Test
    void seesATieBetweenTheLikeliestTokenAndItselfOnly() {
        TableModel target = TableModel.of(8, 1);
        Prompt prompt = Prompt.of(1, 2);
        int[] likeliest = new int[2];
        try (Sequence main = target.open(prompt, Sampling.at(1, 0))) {
            Draft none = new Draft(1);
            none.restart(main);
            Law law = main.pass(none).law(0, 0);
            law.likeliest(2, likeliest);
        }

        assertThat(NearTie.between(target, prompt, likeliest, 0, likeliest[0], Sampling.GREEDY))
                .isTrue();
        assertThat(NearTie.between(target, prompt, likeliest, 0, likeliest[1], Sampling.GREEDY))
                .isFalse();
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
