package dev.specula.texttoimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.specula.Guarantee;
import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import dev.specula.testkit.AcceptanceRuleContract;
import dev.specula.testkit.Outcomes;
import dev.specula.testkit.PlainLaw;
import dev.specula.testkit.TableModel;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Prompt;
import dev.specula.token.SampledDraft;
import dev.specula.token.Sampling;
import dev.specula.token.Verdict;
import java.nio.FloatBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupRejectionTests extends AcceptanceRuleContract<SampledDraft> {
    private static final Neighbours LINE = Neighbours.of(FloatBuffer.wrap(new float[] {0, 1, 2, 3}), 1, 3);
    private static final Law TARGET = PlainLaw.of(.4, .3, .2, .1);
    private static final Law DRAFT = PlainLaw.of(.1, .2, .3, .4);

    @Override
    protected AcceptanceRule<SampledDraft> rule() {
        return new GroupRejection(0, LINE, 1, .5, 5);
    }

    @Override
    protected SampledDraft emptyDraft(int vocabulary) {
        return new SampledDraft(vocabulary);
    }

    @Override
    protected Guarantee guarantee() {
        return Guarantee.RELAXED;
    }

    @Override
    protected boolean takesTrees() {
        return false;
    }

    /** Ratios by hand: 3/5 for token 2, whose neighbours in rank are 1 and 3. */
    @Test
    void dividesTheMassOfTheGroup() {
        Map<Integer, Double> outcome = outcome(1, .5, 5);
        // 0: (.4+.3)/(.1+.2) > 1; 1: (.3+.4+.2)/(.2+.1+.3) > 1; 2: (.2+.3+.1)/(.3+.2+.4); 3: (.1+.2)/(.4+.3)
        double refused = .3 * (1 - .6 / .9) + .4 * (1 - .3 / .7);
        double[] rest = {.3, .1, 0, 0}; // target less draft
        assertThat(outcome.get(0)).isCloseTo(.1 + refused * rest[0] / .4, offset(1e-12));
        assertThat(outcome.get(3)).isCloseTo(.4 * .3 / .7, offset(1e-12));
    }

    @Test
    void leavesOutCodesThatAreFarApart() {
        assertThat(outcome(3, .5, .5)).isEqualTo(outcome(0, .5, 5));
        assertThat(outcome(3, 1, 100)).isNotEqualTo(outcome(3, 1, 2));
    }

    @Test
    void leavesOutCodesOfOtherProbability() {
        assertThat(outcome(3, .05, 100)).isEqualTo(outcome(0, .5, 5));
    }

    @Test
    void keepsAtLeastWhatTheRatioRuleKeeps() {
        double narrow = 1 - distanceFromDraft(outcome(0, .5, 5));
        double wide = 1 - distanceFromDraft(outcome(2, .5, 100));
        assertThat(wide).isGreaterThan(narrow);
    }

    private static double distanceFromDraft(Map<Integer, Double> outcome) {
        return Outcomes.distance(outcome, Map.of(0, .1, 1, .2, 2, .3, 3, .4));
    }

    private static Map<Integer, Double> outcome(int ranks, double within, double radius) {
        GroupRejection rule = new GroupRejection(0, LINE, ranks, within, radius);
        return Outcomes.of((Noise noise) -> {
            SampledDraft draft = new SampledDraft(4);
            draft.restart(TableModel.of(4, 0).open(Prompt.of(0), Sampling.GREEDY));
            draft.draw(0, (node, lane) -> DRAFT, noise);
            Verdict kept = rule.judge(draft, (node, lane) -> TARGET, noise);
            return kept.token(draft, 0, 0);
        });
    }
}
