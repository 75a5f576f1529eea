package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.testkit.rounds.ChainRound;
import dev.specula.testkit.rounds.Request;
import dev.specula.token.Ending;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What schedules learn of drafting is what drafting takes. */
class DraftingTimesTests {
    /** Drafts in two rounds of four, and remembers of which rounds it was told that they drafted. */
    private static final class Halting implements Schedule {
        private final List<Integer> told = new ArrayList<>();
        private int rounds;

        @Override
        public int budget() {
            return rounds++ % 4 < 2 ? 0 : 1;
        }

        @Override
        public void learned(int asked, int drafted, int kept, long draftNanos, int rows, long targetNanos) {
            told.add(asked);
            assertThat(asked > 0 || draftNanos == 0 || drafted == 0).isTrue();
        }
    }

    @Test
    void aDraftThatComputesTheColumnsSinceTheLastOneTeachesNothing() {
        Halting schedule = new Halting();
        TableModel target = TableModel.of(3, 71);
        Request request = new Request(
                target, target.draft(.4, 72), Prompt.of(1, 0, 2), Sampling.at(1, 1), Ending.after(30), schedule, null);

        request.answer(new ChainRound(request.small()));

        // Of the first round, which holds the prompt, nobody is told.
        assertThat(schedule.told).startsWith(0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1);
    }
}
