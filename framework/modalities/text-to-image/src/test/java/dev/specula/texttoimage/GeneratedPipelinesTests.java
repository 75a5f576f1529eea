package dev.specula.texttoimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.specula.Guarantee;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.plan.Speculation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pipelines that the generator writes of this module's methods, over the toy. */
class GeneratedPipelinesTests {
    private static final Caption CAPTION = Caption.of("abc");
    private static final ToyModel MODEL = ToyModel.withPhrases(PhraseLibrary.mined(
            List.of(new int[] {ToyVocabulary.FIRST_CODE, ToyVocabulary.FIRST_CODE + 1, ToyVocabulary.FIRST_CODE + 1}),
            3,
            1,
            9));

    static Stream<TextToImage> pipelines() {
        return Stream.of(
                SketchModelsPipelines.sketch(MODEL),
                SketchModelsPipelines.sketchSjd(MODEL),
                SketchModelsPipelines.sketchSjdPlusPlus(MODEL),
                SketchModelsPipelines.sketchSjdPlusPlusMatched(MODEL),
                SketchModelsPipelines.sketchMcSjd(MODEL),
                SketchModelsPipelines.sketchScd(MODEL),
                SketchModelsPipelines.sketchScdMatched(MODEL),
                SketchModelsPipelines.sketchGsd(MODEL),
                SketchModelsPipelines.sketchSjdPv(MODEL),
                SketchModelsPipelines.sketchSjdPvBlocks(MODEL));
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void drawWholePicturesInFewerPasses(TextToImage pipeline) {
        // A schedule that learns from times may leave one picture undrafted, but not all.
        long rounds = 0;
        long tokens = 0;
        for (int seed = 0; seed < 20; seed++) {
            Drawing drawing = pipeline.draw(CAPTION.with(DrawingOptions.DEFAULT.withSeed(seed)));
            assertThat(drawing.isPartial()).isFalse();
            rounds += drawing.report().rounds();
            tokens += drawing.length();
        }
        assertThat(rounds).isLessThan(tokens);
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void keepTheTokensThatTheyPromiseToKeep(TextToImage pipeline) {
        int differing = 0;
        for (int seed = 0; seed < 40; seed++) {
            DrawingOptions options = DrawingOptions.DEFAULT.withSeed(seed);
            Drawing drafted = pipeline.draw(CAPTION.with(options));
            Drawing alone = pipeline.draw(CAPTION.with(options.with(Speculation.OFF)));
            differing += drafted.picture().showsTheSameAs(alone.picture()) ? 0 : 1;
        }
        if (pipeline.description().guarantee() == Guarantee.SAME_TOKENS) {
            assertThat(differing).isZero();
        } else {
            assertThat(differing).isPositive();
        }
    }

    @Test
    void refuseAWindowOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SketchPipeline(MODEL, 0))
                .withMessageContaining("longest must be at least 1 node, but was 0");
    }

    @Test
    void refuseACodebookThatDoesNotFitTheModelWhenTheyAreMade() {
        assertThatExceptionOfType(IncompatibleModelsException.class)
                .isThrownBy(() -> SketchModelsPipelines.sketchSjd(ToyModel.withDecoderOf(5)))
                .withMessageContaining("A codebook of 5 codes needs the tokens");
    }

    @Test
    void sayWhatTheyKeep() {
        assertThat(pipelines().map(TextToImage::description))
                .extracting(description -> description.preset() + " " + description.guarantee())
                .containsExactly(
                        "default SAME_TOKENS",
                        "sjd SAME_LAW",
                        "sjd-plus-plus RELAXED",
                        "sjd-plus-plus-matched SAME_TOKENS",
                        "mc-sjd SAME_LAW",
                        "scd SAME_LAW",
                        "scd-matched SAME_TOKENS",
                        "gsd RELAXED",
                        "sjd-pv RELAXED",
                        "sjd-pv-blocks SAME_LAW");
    }

    @Test
    void draftInWindowsWhereNothingIsChosen() {
        assertThat(SketchModelsPipelines.sketch(MODEL).description().source()).isEqualTo("jacobi-window");
    }
}
