package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Ending;
import dev.specula.token.Lookup;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Schedule;
import dev.specula.token.Sequence;
import dev.specula.token.Source;
import dev.specula.token.TokenRun;
import dev.specula.token.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookupTests extends SourceContract {
    private static final Noise NOISE = Noise.seeded(0);

    @Override
    protected Source<Draft> open(TableModel target, Prompt prompt, Sampling sampling) {
        return new Lookup(3);
    }

    @Test
    void proposesWhatFollowedTheLongestRunThatRecurs() {
        // "1 2" came with 3 before "4" and with 0 before "5"; the end is "0 1 2".
        assertThat(proposed(3, 4, 3, 1, 2, 4, 0, 1, 2, 5, 6, 3, 0, 1, 2)).containsExactly(5, 6, 3, 0);
    }

    @Test
    void prefersTheLatestOccurrence() {
        assertThat(proposed(2, 1, 3, 7, 1, 3, 7, 2, 3, 7)).containsExactly(2);
    }

    @Test
    void proposesTheMoreTheMoreTokensRecur() {
        // What a row costs is what is usual after two recurring tokens (1/2), and after two and three (1/2 of 2/3).
        assertThat(new Rounds(.5, 1, 2, 3, 4, 5, 6, 7, 0, 1).next(0)).isEmpty();
        assertThat(new Rounds(.5, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2).next(0)).containsExactly(3);
        assertThat(new Rounds(.33, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2).next(0)).containsExactly(3, 4);
        assertThat(new Rounds(.5, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3).next(0)).containsExactly(4, 5);
        assertThat(new Rounds(.5, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4).next(0)).containsExactly(5, 6, 7);
    }

    @Test
    void proposesLessWhereItsProposalsWereNotKept() {
        Rounds rounds = new Rounds(.3, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2);
        assertThat(rounds.next(7)).containsExactly(3, 4);
        assertThat(rounds.next(7)).containsExactly(3);
        assertThat(rounds.next(7)).isEmpty();
    }

    @Test
    void proposesMoreWhereItsProposalsWereKept() {
        Rounds rounds = new Rounds(.5, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2);
        for (int round = 0; round < 3; round++) {
            assertThat(rounds.next(3)).containsExactly(3);
        }
        assertThat(rounds.next(3)).containsExactly(3, 4);
    }

    @Test
    void learnsOfWhatWasNotWorthItsRow() {
        Rounds rounds = new Rounds(.6, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2);
        assertThat(rounds.next(3)).isEmpty();
        assertThat(rounds.next(3)).containsExactly(3);
    }

    @Test
    void proposesNothingAfterTheEndOfTheAnswer() {
        var main = TableModel.of(8, 1).open(Prompt.of(1, 2, 3, 7, 5, 1, 2), Sampling.GREEDY);
        Draft draft = new Draft(1, Ending.after(20, 7));
        draft.restart(main);
        new Lookup(3).propose(draft, main, 6, NOISE);
        assertThat(tokens(draft)).containsExactly(3, 7);
    }

    @Test
    void goesOnWithATextOfWhichItChangedATokenThoughTheLastRecursLater() {
        // 7 followed 2 3 4 and stands at the end of 5 6 as well, later; 0 is new.
        assertThat(proposed(16, 4, 1, 2, 3, 4, 7, 1, 5, 6, 7, 2, 1, 2, 3, 0, 7)).containsExactly(1, 5, 6, 7);
    }

    @Test
    void goesOnWithATextToWhichItAddedTokens() {
        assertThat(proposed(16, 4, 1, 2, 3, 4, 7, 5, 6, 7, 2, 1, 2, 3, 4, 0, 7)).containsExactly(5, 6, 7, 2);
        assertThat(proposed(16, 4, 1, 2, 3, 4, 7, 5, 6, 7, 2, 1, 2, 3, 4, 0, 0, 7))
                .containsExactly(5, 6, 7, 2);
    }

    @Test
    void goesOnWithATextOfWhichItLeftTokensOut() {
        assertThat(proposed(16, 4, 1, 2, 3, 0, 7, 5, 6, 7, 2, 1, 2, 3, 7)).containsExactly(5, 6, 7, 2);
        assertThat(proposed(16, 4, 1, 2, 3, 4, 0, 0, 7, 5, 6, 7, 2, 1, 2, 3, 4, 7))
                .containsExactly(5, 6, 7, 2);
    }

    @Test
    void takesATokenThatDiffersForOneLessThatRecurs() {
        assertThat(new Rounds(.5, 2, 3, 7, 4, 5, 6, 5, 0, 2, 3, 0, 7).next(0)).containsExactly(4);
        assertThat(new Rounds(.5, 3, 7, 4, 5, 6, 5, 0, 3, 0, 7).next(0)).isEmpty();
        assertThat(new Rounds(.5, 6, 7, 5, 4, 3, 7, 4, 0, 3, 6, 7).next(0)).containsExactly(5);
    }

    @Test
    void looksNoFurtherThanTwoTokensForWhereAnEditBegan() {
        assertThat(new Rounds(.5, 1, 2, 3, 4, 7, 5, 6, 5, 1, 2, 3, 4, 0, 0, 7).next(0))
                .isNotEmpty();
        assertThat(new Rounds(.5, 1, 2, 3, 4, 7, 5, 6, 5, 1, 2, 3, 4, 0, 0, 0, 7).next(0))
                .isEmpty();
    }

    @Test
    void neverTakesTheEndForItsOwnRecurrence() {
        assertThat(proposed(3, 4, 0, 1, 2, 3)).isEmpty();
        assertThat(proposed(3, 4, 5)).isEmpty();
        assertThat(new Rounds(.5, 1, 2, 3, 4, 7, 5, 7).next(0))
                .as("7 came two tokens ago")
                .isEmpty();
    }

    @Test
    void findsARunAtTheVeryStart() {
        assertThat(proposed(3, 2, 0, 1, 2, 5, 0, 1)).containsExactly(2, 5);
    }

    @Test
    void proposesNoMoreThanThereIs() {
        assertThat(proposed(3, 6, 5, 5, 5)).containsExactly(5);
    }

    @Test
    void refusesRunsOfNothing() {
        assertThatThrownBy(() -> new Lookup(0)).hasMessageContaining("at least 1 token, but was 0");
    }

    private static List<Integer> proposed(int longestRun, int budget, int... said) {
        var main = TableModel.of(8, 1).open(Prompt.of(said), Sampling.GREEDY);
        Draft draft = new Draft(1);
        draft.restart(main);
        new Lookup(longestRun).propose(draft, main, budget, NOISE);
        return tokens(draft);
    }

    private static List<Integer> tokens(Draft draft) {
        return IntStream.range(1, draft.nodes())
                .mapToObj(node -> draft.token(node, 0))
                .toList();
    }

    /** Rounds after the same tokens, in which a row has a price. */
    private static final class Rounds {
        private final Sequence main;
        private final Lookup lookup = new Lookup(16);
        private final TokenRun run;

        Rounds(double price, int... said) {
            this.main = TableModel.of(8, 1).open(Prompt.of(said), Sampling.GREEDY);
            this.run = new TokenRun(new Priced(price), null, Ending.after(100), (column, origin) -> {});
        }

        /** What is proposed where {@code said} follows. */
        List<Integer> next(int said) {
            Draft draft = run.draft(main);
            lookup.propose(draft, main, run.budget(), NOISE);
            Verdict verdict = draft.verdict();
            if (draft.nodes() > 1 && draft.token(1, 0) == said) {
                verdict.follow(1);
                verdict.say(0, 7);
            } else {
                verdict.say(0, said);
            }
            lookup.settle(draft, main.pass(draft), verdict.end(), NOISE);
            return tokens(draft);
        }
    }

    private record Priced(double price) implements Schedule {
        @Override
        public int budget() {
            return 12;
        }
    }
}
