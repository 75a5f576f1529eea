package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Grammar;
import dev.specula.token.JacobiWindow;
import dev.specula.token.LogitRow;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.WindowStart;
import org.junit.jupiter.api.Test;

class WindowStartTests {

    private static final int ROW_END = 0;

    /** Rows of three tokens other than 0, and 0 as the end of each. */
    private static final Grammar ROWS = new Grammar() {
        @Override
        public int start() {
            return 0;
        }

        @Override
        public int after(int state, int[] column) {
            return (state + 1) % 4;
        }

        @Override
        public void restrict(int state, int lane, LogitRow row) {
            if (state == 3) {
                row.only(ROW_END, ROW_END + 1);
            } else {
                row.without(ROW_END, ROW_END + 1);
            }
        }
    };

    @Test
    void theNearestTokenThatTheGrammarLeavesIsRepeatedPastForcedOnes() {
        TableModel model = TableModel.of(5, 3);
        try (Sequence main = model.open(Prompt.of(2).followedBy(ROWS), Sampling.at(1, 0), Passes.EXACT)) {
            main.append(new int[] {3});
            main.append(new int[] {4});
            Draft draft = new Draft(1);
            draft.restart(main);
            try (JacobiWindow window = new JacobiWindow(WindowStart.TOKEN_BEFORE, Double.POSITIVE_INFINITY)) {
                window.propose(draft, main, 5, Noise.seeded(1));
            }
            assertThat(new int[] {draft.token(1, 0), draft.token(2, 0), draft.token(3, 0), draft.token(5, 0)})
                    .containsExactly(4, ROW_END, 4, 4);
        }
    }
}
