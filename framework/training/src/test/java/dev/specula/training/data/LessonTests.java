package dev.specula.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.specula.blocks.scene.Block;
import dev.specula.blocks.scene.BlockColour;
import dev.specula.blocks.scene.BlockShape;
import dev.specula.blocks.scene.Rendering;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.text.Exchange;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.training.model.VisionShape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LessonTests {

    private static final BlocksTokenizer TOKENIZER = BlocksTokenizer.trained();
    private static final Lesson LESSON =
            new Lesson(SeedRange.TRAINING, Rendering::varied, 3, TOKENIZER, VisionShape.target());

    @Test
    void theSamePicturesAreTheSameNumbers() {
        Pictures once = LESSON.pictures(40, 4);
        Pictures again = LESSON.pictures(40, 4);
        assertThat(once.pixels()).isEqualTo(again.pixels()).hasSize(4 * 3 * 96 * 96);
        for (float pixel : once.pixels()) {
            assertThat(pixel).isBetween(-1f, 1f);
        }
    }

    @Test
    void aPictureHasACaptionAndThreeQuestions() {
        assertThat(LESSON.turns(LESSON.pictures(0, 5)))
                .hasSize(5)
                .allSatisfy(turns -> assertThat(turns).hasSize(4));
    }

    @Test
    void theRowOfARegionSpeaksForItsBlock() {
        Pictures pictures = LESSON.pictures(0, 20);
        for (int index = 0; index < 20; index++) {
            Scene scene = pictures.scenes().get(index);
            for (Block block : scene.blocks()) {
                int at = (index * 16 + VisionLabels.rowOf(block.region())) * VisionLabels.WIDTH;
                int shape = List.of(BlockShape.values()).indexOf(block.shape());
                int colour = List.of(BlockColour.values()).indexOf(block.colour());
                assertThat(pictures.rowLabels()[at + shape]).isPositive();
                assertThat(pictures.rowLabels()[at + VisionLabels.BORDERS.get(0) + colour])
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void theTokensOfAnAnswerNameTheRowsThatSpeakForItsBlocks() {
        Scene scene = LESSON.pictures(0, 20).scenes().stream()
                .filter(each ->
                        each.blocks().stream().map(Block::colour).distinct().count() > 1)
                .findFirst()
                .orElseThrow();
        Block first = scene.blocks().get(0);
        Block second = scene.blocks().stream()
                .filter(block -> block.colour() != first.colour())
                .findFirst()
                .orElseThrow();
        Exchange relation = new Exchange(
                Exchange.Kind.RELATION,
                "is it above?",
                "the %s is at the %s and the %s is at the %s."
                        .formatted(named(first), placed(first), named(second), placed(second)));
        Exchange none = new Exchange(Exchange.Kind.COUNT, "how many shapes are there?", "there are no stars.");

        int[] rows = Turn.of(relation, scene, TOKENIZER).rows();
        int one = VisionLabels.rowOf(first.region());
        int other = VisionLabels.rowOf(second.region());
        assertThat(rows).startsWith(one, one).endsWith(other, Turn.NO_ROW, Turn.NO_ROW);
        assertThat(Arrays.stream(rows).distinct()).containsExactly(one, other, Turn.NO_ROW);
        assertThat(Turn.of(none, scene, TOKENIZER).rows()).containsOnly(Turn.NO_ROW);
    }

    private static String named(Block block) {
        return words(block.colour()) + " " + words(block.shape());
    }

    private static String placed(Block block) {
        return words(block.region());
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Test
    void everyClassHasItsWords() {
        float[] words = VisionLabels.words(TOKENIZER);
        for (int label = 0; label < VisionLabels.WIDTH; label++) {
            int from = label * TOKENIZER.paddedSize();
            float sum = 0;
            for (int token = 0; token < TOKENIZER.paddedSize(); token++) {
                sum += words[from + token];
            }
            assertThat(sum).isCloseTo(1, within(1e-5f));
        }
    }

    @Test
    void factsCountMoreThanTheWordsAroundThem() {
        TokenWeights weights = TokenWeights.stressingFacts(TOKENIZER, 3);
        assertThat(weights.of(TOKENIZER.encode(" red")[0])).isEqualTo(3);
        assertThat(weights.of(TOKENIZER.encode(" there")[0])).isEqualTo(1);
    }
}
