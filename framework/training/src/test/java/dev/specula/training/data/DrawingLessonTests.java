package dev.specula.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.blocks.tokens.SpecialToken;
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
    void theSamePicturesAreDrawnWithAndWithoutCaptions() {
        Drawings with = LESSON.measured(0, 4, DrawingLesson.Captions.FULL);
        Drawings without = LESSON.measured(0, 4, DrawingLesson.Captions.NONE);
        assertThat(with.pixels()).isEqualTo(without.pixels());
        assertThat(with.prompts()).isNotEqualTo(without.prompts());
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
