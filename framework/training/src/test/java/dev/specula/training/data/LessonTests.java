package dev.specula.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.blocks.scene.Block;
import dev.specula.blocks.scene.BlockColour;
import dev.specula.blocks.scene.BlockShape;
import dev.specula.blocks.scene.Rendering;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.training.model.VisionShape;
import java.util.List;
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
    void factsCountMoreThanTheWordsAroundThem() {
        TokenWeights weights = TokenWeights.stressingFacts(TOKENIZER, 3);
        assertThat(weights.of(TOKENIZER.encode(" red")[0])).isEqualTo(3);
        assertThat(weights.of(TOKENIZER.encode(" there")[0])).isEqualTo(1);
    }
}
