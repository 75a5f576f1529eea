package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Lookup;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Source;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookupTests extends SourceContract {
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
    void proposesAtMostTheSquareOfHowManyTokensRecur() {
        assertThat(proposed(16, 8, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2)).containsExactly(3, 4, 5, 6);
        assertThat(proposed(16, 12, 1, 2, 3, 4, 5, 6, 7, 0, 7, 6, 5, 4, 1, 2, 3))
                .containsExactly(4, 5, 6, 7, 0, 7, 6, 5, 4);
        assertThat(proposed(2, 12, 1, 2, 3, 4, 5, 6, 7, 0, 7, 6, 5, 4, 1, 2, 3)).containsExactly(4, 5, 6, 7);
    }

    @Test
    void proposesNothingAfterASingleTokenThatRecurs() {
        assertThat(proposed(16, 8, 1, 2, 3, 4, 5, 6, 7, 0, 1)).isEmpty();
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
        assertThat(proposed(16, 8, 2, 3, 7, 4, 5, 6, 5, 0, 2, 3, 0, 7)).containsExactly(4, 5, 6, 5);
        assertThat(proposed(16, 8, 3, 7, 4, 5, 6, 5, 0, 3, 0, 7)).isEmpty();
        assertThat(proposed(16, 8, 6, 7, 5, 4, 3, 7, 4, 0, 3, 6, 7)).containsExactly(5, 4, 3, 7);
    }

    @Test
    void looksNoFurtherThanTwoTokensForWhereAnEditBegan() {
        assertThat(proposed(16, 8, 1, 2, 3, 4, 7, 5, 6, 5, 1, 2, 3, 4, 0, 0, 0, 7))
                .isEmpty();
    }

    @Test
    void neverTakesTheEndForItsOwnRecurrence() {
        assertThat(proposed(3, 4, 0, 1, 2, 3)).isEmpty();
        assertThat(proposed(3, 4, 5)).isEmpty();
        assertThat(proposed(16, 4, 1, 2, 3, 4, 7, 5, 7))
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
    void refusesRunsOfOneToken() {
        assertThatThrownBy(() -> new Lookup(1)).hasMessageContaining("at least 2 tokens, but was 1");
    }

    private static List<Integer> proposed(int longestRun, int budget, int... said) {
        var main = TableModel.of(8, 1).open(Prompt.of(said), Sampling.GREEDY);
        Draft draft = new Draft(1);
        draft.restart(main);
        new Lookup(longestRun).propose(draft, main, budget, Noise.seeded(0));
        return IntStream.range(1, draft.nodes())
                .mapToObj(node -> draft.token(node, 0))
                .toList();
    }
}
