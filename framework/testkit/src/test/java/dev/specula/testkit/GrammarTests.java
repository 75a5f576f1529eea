package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.specula.noise.Law;
import dev.specula.token.Draft;
import dev.specula.token.Grammar;
import dev.specula.token.LogitLaw;
import dev.specula.token.LogitRow;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrammarTests {
    private static final TableModel MODEL = TableModel.of(5, 3);
    private static final Prompt PROMPT = Prompt.of(4, 4).followedBy(new Alternating());

    @Test
    void asksEachNodeAtItsOwnHistory() {
        try (Sequence main = MODEL.open(PROMPT, Sampling.at(1, 0))) {
            Draft tree = new Draft(1);
            tree.restart(main);
            int first = tree.add(0, 1);
            int sibling = tree.add(0, 2);
            int second = tree.add(sibling, 3);
            Pass pass = main.pass(tree);
            assertThat(pass.law(0, 0).prob(0)).isZero();
            assertThat(pass.law(first, 0).support()).isEqualTo(4);
            assertThat(pass.law(second, 0).support()).isEqualTo(1);
            assertThat(pass.law(second, 0).prob(0)).isEqualTo(1);
        }
    }

    @Test
    void followsWhatIsCommittedAndWhatIsRewound() {
        try (Sequence main = MODEL.open(PROMPT, Sampling.at(1, 0))) {
            assertThat(main.state()).isZero();
            Draft draft = new Draft(1);
            draft.restart(main);
            draft.add(0, 1);
            main.pass(draft);
            Verdict kept = draft.verdict();
            kept.follow(1);
            kept.say(0, 2);
            main.settle(draft, kept.end());
            assertThat(main.state()).isEqualTo(2);
            main.append(new int[] {0});
            assertThat(main.state()).isZero();
            main.rewindTo(3);
            assertThat(main.state()).isEqualTo(1);
        }
    }

    @Test
    void leavesTopKAndTemperatureZeroOnlyWhatIsAllowed() {
        for (int seed = 0; seed < 50; seed++) {
            for (Sampling sampling : new Sampling[] {
                Sampling.GREEDY, Sampling.at(1, 0), new Sampling(1, 2, 1, 1, 0), new Sampling(1, 0, .5, 1.3, 0)
            }) {
                LogitLaw law = new LogitLaw();
                float[] row = law.row(6);
                for (int token = 0; token < 6; token++) {
                    row[token] = (float) Math.sin(seed + 7.3 * token);
                }
                law.only(2, 5);
                law.without(3, 4);
                law.shape(sampling);
                assertThat(law.support()).isBetween(1, 2);
                assertThat(law.prob(2) + law.prob(4)).isCloseTo(1, within(1e-12));
            }
        }
    }

    @Test
    void leavesTheLawAloneWhereAnythingMayFollow() {
        Sampling sampling = Sampling.at(1, 0);
        Law free = SlowTwin.law(MODEL, Prompt.of(1), List.of(2), 0, sampling);
        Law same = SlowTwin.law(MODEL, List.of(1, 2), 0, sampling);
        for (int token = 0; token < 5; token++) {
            assertThat(free.prob(token)).isEqualTo(same.prob(token));
        }
        assertThat(Prompt.of(1).grammar()).isSameAs(Grammar.ANYTHING);
    }

    @Test
    void weighsTokensThatAreLeftTogether() {
        LogitLaw law = new LogitLaw();
        float[] row = law.row(5);
        for (int token = 0; token < 5; token++) {
            row[token] = (float) Math.log(token + 1);
        }
        law.without(1, 2);

        assertThat(law.outweigh(0, 4, (float) Math.log(1 + 3 + 4 - .01))).isTrue();
        assertThat(law.outweigh(0, 4, (float) Math.log(1 + 3 + 4 + .01))).isFalse();
        assertThat(law.outweigh(0, 4, row[2])).isTrue();
        assertThat(law.outweigh(0, 4, 4)).isFalse();
        assertThat(law.highest(0, 4)).isEqualTo(row[3]);
        assertThat(law.outweigh(1, 2, -100)).isFalse();
        assertThat(law.outweigh(1, 2, Float.NEGATIVE_INFINITY)).isFalse();
        assertThat(law.outweigh(0, 1, Float.NEGATIVE_INFINITY)).isTrue();
        assertThat(law.highest(1, 2)).isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @Test
    void isAsSureWithoutATemperatureAsTheTokensThatAreLeft() {
        for (double temperature : new double[] {0, 0.3, 1, 4}) {
            LogitLaw law = new LogitLaw();
            float[] row = law.row(4);
            for (int token = 0; token < 4; token++) {
                row[token] = (float) Math.log(token + 1);
            }
            law.without(3, 4);
            law.shape(Sampling.at(temperature, 0));

            assertThat(law.certainty()).isCloseTo(3.0 / (1 + 2 + 3), within(1e-6));
            assertThat(law.certaintyAtLeast()).isCloseTo(3.0 / (3 + 2 + 2 + 2), within(1e-5));
        }
    }

    @Test
    void hasToLeaveAToken() {
        LogitLaw law = new LogitLaw();
        law.row(3);
        LogitRow row = law;
        row.without(0, 3);
        assertThatIllegalStateException()
                .isThrownBy(() -> law.shape(Sampling.GREEDY))
                .withMessageContaining("all 3 were taken out");
    }
}
