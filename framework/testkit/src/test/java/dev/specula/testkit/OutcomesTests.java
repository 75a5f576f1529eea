package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.specula.noise.Law;
import dev.specula.noise.Noise.Use;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomesTests {
    private static final Law LAW = PlainLaw.of(.5, .3, 0, .2);

    @Test
    void listsEveryWayWithItsProbability() {
        Map<List<Integer>, Double> law = Outcomes.of(noise -> {
            int token = noise.token(LAW, 0, 0);
            return List.of(token, noise.happens(Use.ACCEPT, .25, 0, 0) ? noise.token(LAW, 1, 0) : -1);
        });
        assertThat(law).hasSize(3 * (3 + 1));
        assertThat(law.values().stream().mapToDouble(prob -> prob).sum()).isCloseTo(1, offset(1e-15));
        assertThat(law.get(List.of(1, 3))).isCloseTo(.3 * .25 * .2, offset(1e-15));
        assertThat(law.get(List.of(3, -1))).isCloseTo(.2 * .75, offset(1e-15));
    }

    @Test
    void siblingsAreDrawnWithoutReplacement() {
        Map<List<Integer>, Double> law = Outcomes.of(noise -> {
            int[] drawn = new int[4];
            assertThat(noise.draw(Use.DRAFT, LAW, 0, 0, 4, drawn)).isEqualTo(3);
            return List.of(drawn[0], drawn[1], drawn[2]);
        });
        assertThat(law).hasSize(6);
        assertThat(law.get(List.of(0, 3, 1))).isCloseTo(.5 * .2 / .5, offset(1e-15));
    }

    @Test
    void whatIsCertainIsNoFork() {
        assertThat(Outcomes.of(noise -> noise.happens(Use.ACCEPT, 1.5, 0, 0) && !noise.happens(Use.ACCEPT, 0, 1, 0)))
                .isEqualTo(Map.of(true, 1.0));
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        Map<Boolean, Double> same = Outcomes.of(noise -> {
            int once = noise.token(LAW, 3, 0);
            return noise.token(LAW, 3, 0) == once;
        });
        assertThat(same).isEqualTo(Map.of(true, 1.0));
    }

    @Test
    void oneNumberForTwoLawsIsRefused() {
        assertThatThrownBy(() -> Outcomes.of(noise -> noise.token(LAW, 3, 0) + noise.token(PlainLaw.of(1, 1), 3, 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not independent");
    }

    @Test
    void distributionsAreAsFarApartAsTheirTotalVariation() {
        assertThat(Outcomes.distance(Map.of("a", .5, "b", .5), Map.of("b", .25, "c", .75)))
                .isEqualTo(.75);
        assertThat(Outcomes.distance(Map.of("a", 1.0), Map.of("a", 1.0))).isZero();
    }

    @Test
    void theSlowTwinsAnswersAreADistribution() {
        TableModel model = TableModel.of(3, 4);
        Prompt prompt = Prompt.of(0, 1);
        Sampling sampling = Sampling.at(1, 0);
        Map<List<Integer>, Double> answers = SlowTwin.answers(model, prompt, sampling, 3, List.of());
        assertThat(answers).hasSize(27);
        assertThat(answers.values().stream().mapToDouble(prob -> prob).sum()).isCloseTo(1, offset(1e-14));
        assertThat(answers.get(List.of(2, 0, 1)))
                .isCloseTo(
                        SlowTwin.law(model, List.of(0, 1), 0, sampling).prob(2)
                                * SlowTwin.law(model, List.of(0, 1, 2), 0, sampling)
                                        .prob(0)
                                * SlowTwin.law(model, List.of(0, 1, 2, 0), 0, sampling)
                                        .prob(1),
                        offset(1e-15));
    }
}
