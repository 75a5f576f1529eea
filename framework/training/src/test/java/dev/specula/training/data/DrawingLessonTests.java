package dev.specula.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.specula.blocks.scene.Block;
import dev.specula.blocks.scene.FlatScenes;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.text.Facts;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.blocks.tokens.SpecialToken;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawingLessonTests {

    private static final BlocksTokenizer WORDS = BlocksTokenizer.trained();
    private static final PictureVocabulary VOCABULARY = new PictureVocabulary(WORDS.size(), 512, 16);
    private static final DrawingLesson LESSON = new DrawingLesson(SeedRange.TRAINING, WORDS);

    @Test
    void everyPromptFitsAndOneInTenIsWithoutItsCaption() {
        int count = 1000;
        int[] prompts = LESSON.batch(0, count).prompts();
        int without = 0;
        for (int index = 0; index < count; index++) {
            int last = (index + 1) * PictureVocabulary.LONGEST_PROMPT - 1;
            assertThat(prompts[last]).isEqualTo(SpecialToken.IMAGE.id());
            without += prompts[last - 1] == SpecialToken.BOS.id() ? 1 : 0;
        }
        assertThat(without).isBetween(70, 130);
    }

    @Test
    void aTokenThatDrawsABlockLooksAtTheWordsThatTellIt() {
        Drawings drawings = LESSON.measured(0, 1, DrawingLesson.Captions.FULL);
        Scene scene = DrawingLesson.scenes(SeedRange.TRAINING, 0, 1).get(0);
        for (Block block : scene.blocks()) {
            int row = (int) (block.y() / FlatScenes.GRID);
            int column = (int) (block.x() / FlatScenes.GRID);
            int centre = row * 17 + column;
            int[] seen = IntStream.range(0, PictureVocabulary.LONGEST_PROMPT)
                    .filter(token -> drawings.looks()[centre * PictureVocabulary.LONGEST_PROMPT + token] > 0)
                    .map(token -> drawings.prompts()[token])
                    .toArray();
            assertThat(Facts.in(WORDS.decode(seen)).descriptions())
                    .singleElement()
                    .satisfies(told -> {
                        assertThat(told.shape()).isEqualTo(block.shape());
                        assertThat(told.colour()).isEqualTo(block.colour());
                        assertThat(told.region()).isEqualTo(block.region());
                    });
        }
    }

    @Test
    void theSamePicturesAreDrawnWithAndWithoutCaptions() {
        Drawings with = LESSON.measured(0, 4, DrawingLesson.Captions.FULL);
        Drawings without = LESSON.measured(0, 4, DrawingLesson.Captions.NONE);
        assertThat(with.pixels()).isEqualTo(without.pixels());
        assertThat(with.prompts()).isNotEqualTo(without.prompts());
        assertThat(without.looks()).containsOnly(0);
        assertThat(without.labels()).containsOnly(0);
    }

    @Test
    void aCaptionThatIsTooLongIsRefusedWithItsLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PictureVocabulary.prompt(new int[31]))
                .withMessageContaining("30")
                .withMessageContaining("31");
    }

    @Test
    void wordsCodesAndRowEndsShareOneTable() {
        assertThat(VOCABULARY.firstCode()).isEqualTo(WORDS.size());
        assertThat(VOCABULARY.firstRowEnd()).isEqualTo(WORDS.size() + 512);
        assertThat(VOCABULARY.names()).hasSize(528).startsWith("<|code:0|>").endsWith("<|row:15|>");
        assertThat(VOCABULARY.size()).isBetween(WORDS.size() + 528, WORDS.size() + 543);
        assertThat(VOCABULARY.pictureLength()).isEqualTo(273);
    }
}
