package dev.specula.texttoimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.specula.media.Picture;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.plan.Speculation;
import dev.specula.token.Guidance;
import dev.specula.token.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TextToImagePipelineTests {
    private static final Caption CAPTION = Caption.of("abc");
    private static final int LENGTH = ToyModel.ROWS * (ToyModel.COLUMNS + 1) + 1;

    private final ToyPipeline pipeline = new ToyPipeline(ToyModel.withRowEnds(), 6);

    @Test
    void drawsRowsOfCodesWithTheTokensBetweenThem() {
        for (int seed = 0; seed < 50; seed++) {
            int[] tokens = pipeline.draw(CAPTION.with(DrawingOptions.DEFAULT.withSeed(seed)))
                    .tokens();
            assertThat(tokens).hasSize(LENGTH);
            for (int i = 0; i < LENGTH - 1; i++) {
                if (i % (ToyModel.COLUMNS + 1) == ToyModel.COLUMNS) {
                    assertThat(tokens[i]).isEqualTo(ToyVocabulary.ROW);
                } else {
                    assertThat(tokens[i]).isGreaterThanOrEqualTo(ToyVocabulary.FIRST_CODE);
                }
            }
            assertThat(tokens[LENGTH - 1]).isEqualTo(ToyVocabulary.END);
        }
    }

    @Test
    void drawsWithoutRowEndsWhereTheVocabularyHasNone() {
        Drawing drawing = new ToyPipeline(ToyModel.withoutRowEnds(), 6).draw(CAPTION);
        assertThat(drawing.length()).isEqualTo(ToyModel.ROWS * ToyModel.COLUMNS + 1);
        assertThat(drawing.isPartial()).isFalse();
    }

    @Test
    void endsEachRowWithItsOwnTokenWhereTheVocabularyNumbersThem() {
        int[] tokens =
                new ToyPipeline(ToyModel.withNumberedRowEnds(), 6).draw(CAPTION).tokens();
        int first = ToyVocabulary.FIRST_CODE + ToyModel.CODES;
        for (int row = 0; row < ToyModel.ROWS; row++) {
            assertThat(tokens[row * (ToyModel.COLUMNS + 1) + ToyModel.COLUMNS]).isEqualTo(first + row);
        }
        assertThat(tokens).hasSize(LENGTH).endsWith(ToyVocabulary.END);
    }

    @Test
    void drawsTheSamePixelsAtAnyGuidanceHoweverMuchIsDrafted() {
        for (double guidance : new double[] {0, 1, 3, 7.5}) {
            for (int seed = 0; seed < 20; seed++) {
                DrawingOptions options =
                        DrawingOptions.DEFAULT.at(1, 5).withSeed(seed).withGuidance(guidance);
                Drawing alone = pipeline.draw(CAPTION.with(options.with(Speculation.OFF)));
                Drawing drafted = pipeline.draw(CAPTION.with(options));
                assertThat(drafted.tokens()).isEqualTo(alone.tokens());
                assertThat(drafted.picture().showsTheSameAs(alone.picture())).isTrue();
                assertThat(drafted.report().rounds()).isLessThan(alone.report().rounds());
            }
        }
    }

    @Test
    void drawsPlainlyWhatItDrawsOtherwise() {
        Drawing plain = pipeline.draw(CAPTION.with(DrawingOptions.DEFAULT.with(Speculation.PLAIN)));
        assertThat(plain.tokens()).isEqualTo(pipeline.draw(CAPTION).tokens());
        assertThat(plain.report().drafted()).isZero();
    }

    @Test
    void listensToTheCaptionMoreTheStrongerTheGuidance() {
        assertThat(differences(1)).isLessThan(differences(8));
    }

    @Test
    void drawsTheSamePixelsWhereImplausibleCodesAreCut() {
        DrawingOptions usual = DrawingOptions.DEFAULT.at(1, 0);
        DrawingOptions cut = usual.with(new Guidance(3, .3));
        int changed = 0;
        for (int seed = 0; seed < 20; seed++) {
            Caption asked = CAPTION.with(cut.withSeed(seed));
            int[] drafted = pipeline.draw(asked).tokens();
            assertThat(drafted)
                    .isEqualTo(pipeline.draw(asked.with(asked.options().with(Speculation.OFF)))
                            .tokens());
            int[] uncut = pipeline.draw(CAPTION.with(usual.withSeed(seed))).tokens();
            changed += Arrays.equals(drafted, uncut) ? 0 : 1;
        }
        assertThat(changed).isPositive();
    }

    private int differences(double guidance) {
        int different = 0;
        for (int seed = 0; seed < 30; seed++) {
            DrawingOptions options = DrawingOptions.DEFAULT.withSeed(seed).withGuidance(guidance);
            int[] one = pipeline.draw(Caption.of("abc").with(options)).tokens();
            int[] other = pipeline.draw(Caption.of("fed").with(options)).tokens();
            for (int i = 0; i < one.length; i++) {
                different += one[i] == other[i] ? 0 : 1;
            }
        }
        return different;
    }

    @Test
    void showsThePictureRowByRow() {
        List<Integer> rows = new ArrayList<>();
        List<Picture> parts = new ArrayList<>();
        Drawing drawing = pipeline.draw(CAPTION, growing -> {
            rows.add(growing.rows());
            parts.add(growing.picture());
            assertThat(growing.rowsInAll()).isEqualTo(ToyModel.ROWS);
            return true;
        });
        assertThat(rows).containsExactly(1, 2, 3);
        assertThat(parts).extracting(Picture::height).containsExactly(2, 4, 6);
        assertThat(parts.get(1).showsTheSameAs(drawing.picture().top(4))).isTrue();
    }

    @Test
    void stopsWithinARoundWhenTheListenerWantsNoMore() {
        Drawing drawing = pipeline.draw(CAPTION, growing -> false);
        assertThat(drawing.isPartial()).isTrue();
        assertThat(drawing.length()).isBetween(ToyModel.COLUMNS, ToyModel.COLUMNS + 7);
        assertThat(drawing.picture().height()).isLessThan(6);
    }

    @Test
    void saysWhatIsMissingOfAPictureThatWasStoppedAtOnce() {
        Thread.currentThread().interrupt();
        try {
            Drawing drawing = pipeline.draw(CAPTION);
            assertThat(drawing.isPartial()).isTrue();
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(drawing::picture)
                    .withMessageContaining("before its first row");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void writesPng() throws IOException {
        Drawing drawing = pipeline.draw(CAPTION);
        Picture read = Picture.of(ImageIO.read(new ByteArrayInputStream(drawing.png())));
        assertThat(read.showsTheSameAs(drawing.picture())).isTrue();
    }

    @Test
    void countsWhatWasDraftedAndKept() {
        Drawing drawing = pipeline.draw(CAPTION);
        assertThat(drawing.report().committed()).isEqualTo(drawing.length());
        assertThat(drawing.report().kept()).isPositive();
        assertThat(drawing.origin(drawing.length() - 1)).isIn(Origin.DRAFT, Origin.TARGET);
        assertThat(drawing.report().tau()).isGreaterThan(1);
    }

    @Test
    void refusesAnEmptyCaption() {
        assertThatIllegalArgumentException().isThrownBy(() -> Caption.of(" ")).withMessageContaining("must have words");
    }

    @Test
    void refusesNegativeGuidance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawingOptions.DEFAULT.withGuidance(-1))
                .withMessageContaining("guidance must be at least 0, 1 meaning none, but was -1.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawingOptions.DEFAULT.withGuidance(Double.NaN))
                .withMessageContaining("but was NaN");
    }

    @Test
    void refusesACaptionThatLeavesNoRoom() {
        int most = ToyModel.CONTEXT - 2 - LENGTH + 1;
        assertThat(pipeline.draw(Caption.of("a".repeat(most))).isPartial()).isFalse();
        assertThatExceptionOfType(CaptionTooLongException.class)
                .isThrownBy(() -> pipeline.draw(Caption.of("a".repeat(most + 1))))
                .withMessageContaining("holds 40 tokens, of which a picture takes 16, but the caption takes 24");
    }

    @Test
    void refusesTokensOfThePictureInACaption() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pipeline.draw(Caption.of("<|code:1|>")))
                .withMessageContaining("must not hold the special token");
    }

    @Test
    void refusesASizeThatTheModelDoesNotDraw() {
        assertThat(pipeline.sizes()).containsExactly(new PictureSize(8, 6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pipeline.draw(CAPTION.with(DrawingOptions.DEFAULT.with(new PictureSize(8, 8)))))
                .withMessageContaining("must be one of [8 x 6]");
    }

    @Test
    void refusesACodebookThatDoesNotFitTheModel() {
        assertThatExceptionOfType(IncompatibleModelsException.class)
                .isThrownBy(() -> new ToyPipeline(ToyModel.withDecoderOf(5), 6))
                .withMessageContaining("use the decoder that the model was trained with");
    }

    @Test
    void refusesAPresetThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pipeline.draw(CAPTION.with(DrawingOptions.DEFAULT.with(Speculation.preset("x")))))
                .withMessageContaining("\"x\"");
    }
}
