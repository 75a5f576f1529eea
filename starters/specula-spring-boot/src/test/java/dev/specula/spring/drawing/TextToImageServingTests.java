package dev.specula.spring.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.specula.plan.Speculation;
import dev.specula.spring.Outcome;
import dev.specula.spring.ServedPipelines;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.UnknownPresetException;
import dev.specula.texttoimage.Caption;
import dev.specula.texttoimage.Drawing;
import dev.specula.texttoimage.DrawingOptions;
import dev.specula.texttoimage.PictureSize;
import dev.specula.texttoimage.TextToImage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TextToImageServingTests {
    private final ScriptedTextToImage scripted = new ScriptedTextToImage("painter", "default");
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(SpeculaAutoConfiguration.class, TextToImageAutoConfiguration.class))
            .withBean("painterPipeline", TextToImage.class, () -> scripted);

    @Test
    void drawsOnDecodingThreadsAndCounts() {
        runner.run(context -> {
            Drawing drawing = context.getBean(TextToImage.class).draw(Caption.of("a star"));

            assertThat(drawing.length()).isEqualTo(2);
            assertThat(scripted.thread()).startsWith("specula-answer-");
            assertThat(context.getBean(ServedPipelines.class).all())
                    .singleElement()
                    .satisfies(served -> {
                        assertThat(served.modality()).isEqualTo("text-to-image");
                        assertThat(served.statistics().outcomes()).isEqualTo(Map.of(Outcome.END, 1L));
                        assertThat(served.statistics().tokens()).isEqualTo(2);
                    });
        });
    }

    @Test
    void drawsAsUsualWithAnotherSeedEachTimeWhereNothingIsSaid() {
        runner.run(context -> {
            TextToImage pictures = context.getBean(TextToImage.class);
            pictures.draw(Caption.of("a star"));
            pictures.draw(Caption.of("a star"));

            DrawingOptions first = scripted.asked().get(0).options();
            DrawingOptions second = scripted.asked().get(1).options();
            assertThat(first.guidance().scale()).isEqualTo(3);
            assertThat(first.sampling().temperature()).isEqualTo(1);
            assertThat(first.sampling().seed()).isNotEqualTo(second.sampling().seed());
        });
    }

    @Test
    void drawsAsThePropertiesSay() {
        runner.withPropertyValues(
                        "specula.pipelines.painter.defaults.temperature=0.8",
                        "specula.pipelines.painter.defaults.top-k=5",
                        "specula.pipelines.painter.defaults.seed=7",
                        "specula.pipelines.painter.speculation=off")
                .run(context -> {
                    TextToImage pictures = context.getBean(TextToImage.class);

                    pictures.draw(Caption.of("a star"));

                    DrawingOptions options = scripted.asked().get(0).options();
                    assertThat(options).isEqualTo(pictures.options());
                    assertThat(options.sampling().temperature()).isEqualTo(0.8);
                    assertThat(options.sampling().topK()).isEqualTo(5);
                    assertThat(options.sampling().seed()).isEqualTo(7);
                    assertThat(options.speculation()).isEqualTo(Speculation.OFF);
                });
    }

    @Test
    void leavesTheOptionsOfARequestAlone() {
        DrawingOptions own = DrawingOptions.DEFAULT.withGuidance(2);
        runner.run(context -> {
            context.getBean(TextToImage.class).draw(Caption.of("a star").with(own));

            assertThat(scripted.asked().get(0).options()).isSameAs(own);
        });
    }

    @Test
    void takesAPresetByName() {
        ScriptedTextToImage other = new ScriptedTextToImage("painter", "gsd");
        runner.withBean(
                        "painterGsdPipeline",
                        TextToImage.class,
                        () -> other,
                        definition -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
                .run(context -> {
                    Caption caption = Caption.of("a star").with(DrawingOptions.DEFAULT.with(Speculation.preset("gsd")));
                    context.getBean(TextToImage.class).draw(caption);

                    assertThat(other.asked()).hasSize(1);
                    assertThat(scripted.asked()).isEmpty();
                });
    }

    @Test
    void failsTheStartForAPresetThatIsNotThere() {
        runner.withPropertyValues("specula.pipelines.painter.speculation=sideways")
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(UnknownPresetException.class)
                        .hasMessageContaining("sideways"));
    }

    @Test
    void countsWhatIsRefused() {
        runner.run(context -> {
            Caption caption = Caption.of("a star").with(DrawingOptions.DEFAULT.with(new PictureSize(5, 5)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> context.getBean(TextToImage.class).draw(caption));

            assertThat(context.getBean(ServedPipelines.class)
                            .all()
                            .get(0)
                            .statistics()
                            .outcomes())
                    .isEqualTo(Map.of(Outcome.REFUSED, 1L));
        });
    }
}
