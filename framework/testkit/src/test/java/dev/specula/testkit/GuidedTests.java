package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.specula.model.Passes;
import dev.specula.noise.Law;
import dev.specula.token.Draft;
import dev.specula.token.Grammar;
import dev.specula.token.Guidance;
import dev.specula.token.LogitRow;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuidedTests {
    private static final TableModel MODEL = TableModel.of(5, 11);
    private static final Prompt CONDITION = Prompt.of(1, 4, 2);
    private static final Prompt NOTHING = Prompt.of(2);

    @Test
    void mixesLogitsBeforeTheyAreShaped() {
        Sampling sampling = new Sampling(.7, 3, 1, 1, 0);
        try (Sequence guided = open(3, sampling)) {
            Law law = lawAfter(guided, 0, 3);
            Law wanted = SlowTwin.law(MODEL, CONDITION.guided(NOTHING, 3), List.of(0, 3), 0, sampling);
            for (int token = 0; token < 5; token++) {
                assertThat(law.prob(token)).isCloseTo(wanted.prob(token), within(1e-6));
            }
        }
    }

    @Test
    void guidesNoTokenThatIsImplausibleWithTheCondition() {
        Sampling sampling = Sampling.at(1, 0);
        int cut = 0;
        for (double plausibility : new double[] {.1, .5, 1}) {
            Prompt prompt = CONDITION.guided(NOTHING, new Guidance(3, plausibility));
            try (Sequence guided = MODEL.openGuided(prompt, sampling, Passes.EXACT)) {
                Law law = lawAfter(guided, 0, 3);
                Law wanted = SlowTwin.law(MODEL, prompt, List.of(0, 3), 0, sampling);
                for (int token = 0; token < 5; token++) {
                    assertThat(law.prob(token)).isCloseTo(wanted.prob(token), within(1e-6));
                    cut += law.prob(token) == 0 ? 1 : 0;
                }
            }
        }
        assertThat(cut).isBetween(4, 14);
    }

    @Test
    void leavesATokenThatTheGrammarForcesHoweverImplausible() {
        for (int token = 0; token < 5; token++) {
            Prompt forced = CONDITION.followedBy(new Only(token)).guided(NOTHING, new Guidance(3, 1));
            try (Sequence guided = MODEL.openGuided(forced, Sampling.at(1, 0), Passes.EXACT)) {
                assertThat(lawAfter(guided).prob(token)).isEqualTo(1);
            }
        }
    }

    @Test
    void refusesPlausibilitiesThatAreNoShares() {
        for (double wrong : new double[] {-.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Guidance.of(3).withPlausibility(wrong))
                    .withMessageContaining(
                            "plausibility must be between 0, meaning any token, and 1, but was " + wrong);
        }
    }

    @Test
    void isTheConditionalAnswerWithoutGuidance() {
        try (Sequence guided = open(1, Sampling.GREEDY);
                Sequence with = MODEL.open(CONDITION, Sampling.GREEDY)) {
            assertThat(guided).isInstanceOf(TableSequence.class);
            assertThat(lawAfter(guided, 1, 1).likeliest(5, new int[5])).isEqualTo(5);
            assertThat(guided.length()).isEqualTo(with.length());
        }
    }

    @Test
    void rewindsBothTogether() {
        Sampling sampling = Sampling.at(1, 0);
        try (Sequence guided = open(2, sampling);
                Sequence fresh = open(2, sampling)) {
            guided.append(new int[] {3});
            guided.append(new int[] {0});
            lawAfter(guided, 4, 4);
            guided.rewindTo(4);
            fresh.append(new int[] {3});
            Law again = lawAfter(guided, 1, 2);
            Law wanted = lawAfter(fresh, 1, 2);
            for (int token = 0; token < 5; token++) {
                assertThat(again.prob(token)).isEqualTo(wanted.prob(token));
            }
        }
    }

    @Test
    void refusesToLookLikeOneSequence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.open(CONDITION.guided(NOTHING, 3), Sampling.GREEDY))
                .withMessageContaining("openGuided");
    }

    @Test
    void refusesNegativeScales() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CONDITION.guided(NOTHING, -.5))
                .withMessageContaining("at least 0, 1 meaning none, but was -0.5");
    }

    private static Sequence open(double scale, Sampling sampling) {
        return MODEL.openGuided(CONDITION.guided(NOTHING, scale), sampling, Passes.EXACT);
    }

    private static Law lawAfter(Sequence sequence, int... tokens) {
        return passOver(sequence, tokens).law(tokens.length, 0);
    }

    private static Pass passOver(Sequence sequence, int... tokens) {
        Draft draft = new Draft(1);
        draft.restart(sequence);
        for (int token : tokens) {
            draft.add(draft.last(), token);
        }
        return sequence.pass(draft);
    }

    /** Says one token for ever. */
    private record Only(int token) implements Grammar {
        @Override
        public int start() {
            return 0;
        }

        @Override
        public int after(int state, int[] column) {
            return 0;
        }

        @Override
        public void restrict(int state, int lane, LogitRow row) {
            row.only(token, token + 1);
        }
    }
}
