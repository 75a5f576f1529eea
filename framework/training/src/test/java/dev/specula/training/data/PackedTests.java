package dev.specula.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.blocks.tokens.SpecialToken;
import dev.specula.training.model.Rotation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackedTests {

    private static final Turn FIRST = new Turn(new int[] {4, 20, 5}, new int[] {30, 31, 6});
    private static final Turn SECOND = new Turn(new int[] {4, 21, 5}, new int[] {32, 6}, new int[] {1, 1});
    private static final Packed PACKED =
            Packed.of(List.of(List.of(FIRST, SECOND)), 2, TokenWeights.even(40), new Rotation(4));

    @Test
    void aSequenceIsItsStartAndThenItsTurnsPaddedToAMultipleOfEight() {
        assertThat(PACKED.length()).isEqualTo(16);
        assertThat(PACKED.ids()).startsWith(SpecialToken.BOS.id(), 3, 3, 4, 20, 5, 30, 31, 6, 4, 21, 5, 32, 6, 0);
    }

    @Test
    void answersAreLearntAndPromptsAreNot() {
        assertThat(PACKED.predicting()).containsExactly(5, 6, 7, 11, 12);
        assertThat(PACKED.targets()).startsWith(0, 0, 0, 0, 0, 30, 31, 6, 0, 0, 0, 32, 6);
    }

    @Test
    void anAnswerAboutOneBlockShowsItsColumnAtEveryPlaceThatPredicts() {
        assertThat(PACKED.aboutBlocks()).containsExactly(11, 12);
        assertThat(PACKED.shown()).containsExactly(2, 2);
    }

    @Test
    void aTurnSeesTheStartAndItselfButNoOtherTurn() {
        assertThat(seenFrom(7)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(seenFrom(11)).containsExactly(0, 1, 2, 9, 10, 11);
    }

    @Test
    void everyTurnStandsAtThePositionsItWouldHaveAlone() {
        int first = 3 * 4;
        int second = 9 * 4;
        for (int index = 0; index < 3 * 4; index++) {
            assertThat(PACKED.sine()[second + index]).isEqualTo(PACKED.sine()[first + index]);
            assertThat(PACKED.cosine()[second + index]).isEqualTo(PACKED.cosine()[first + index]);
        }
    }

    private static List<Integer> seenFrom(int row) {
        return IntStream.range(0, PACKED.length())
                .filter(column -> PACKED.mask()[row * PACKED.length() + column] == 0)
                .boxed()
                .toList();
    }
}
