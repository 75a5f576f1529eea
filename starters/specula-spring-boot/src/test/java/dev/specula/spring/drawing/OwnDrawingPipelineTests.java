package dev.specula.spring.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.plan.Speculation;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.model.ModelAutoConfiguration;
import dev.specula.texttoimage.Caption;
import dev.specula.texttoimage.Drawing;
import dev.specula.texttoimage.DrawingOptions;
import dev.specula.texttoimage.TextToImage;
import dev.specula.token.Guidance;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class OwnDrawingPipelineTests {
    private static final Caption CAPTION = Caption.of("a large red star at the top left");

    private final ApplicationContextRunner bare = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SpeculaAutoConfiguration.class, ModelAutoConfiguration.class, TextToImageAutoConfiguration.class));

    @Test
    void drawsWithoutAnyPropertyAndTheSamePixelsWithoutDrafts() {
        bare.run(context -> {
            TextToImage pictures = context.getBean(TextToImage.class);
            DrawingOptions options = DrawingOptions.DEFAULT.withSeed(7);

            Drawing drafted = pictures.draw(CAPTION.with(options));

            assertThat(drafted.isPartial()).isFalse();
            assertThat(drafted.picture().width())
                    .isEqualTo(pictures.sizes().get(0).width());
            assertThat(drafted.report().kept()).isPositive();
            assertThat(drafted.tokens())
                    .isEqualTo(pictures.draw(CAPTION.with(options.with(Speculation.OFF)))
                            .tokens());
        });
    }

    @Test
    void takesItsPropertiesAndAPresetByName() {
        bare.withPropertyValues(
                        "specula.text-to-image.speculation=scd",
                        "specula.text-to-image.longest=3",
                        "specula.text-to-image.defaults.guidance=2",
                        "specula.text-to-image.defaults.plausibility=0.2",
                        "specula.text-to-image.defaults.seed=5")
                .run(context -> {
                    TextToImage pictures = context.getBean(TextToImage.class);
                    assertThat(pictures.description().longest()).isEqualTo(3);
                    assertThat(pictures.options()).satisfies(options -> {
                        assertThat(options.speculation()).isEqualTo(Speculation.preset("scd"));
                        assertThat(options.guidance()).isEqualTo(new Guidance(2, 0.2));
                        assertThat(options.sampling().seed()).isEqualTo(5);
                    });
                    assertThat(pictures.draw(CAPTION).isPartial()).isFalse();
                });
    }

    @Test
    void stepsBackForAPipelineOfTheApplication() {
        ScriptedTextToImage own = new ScriptedTextToImage("painter", "default");

        bare.withBean("painterPipeline", TextToImage.class, () -> own)
                .run(context ->
                        assertThat(context).hasSingleBean(TextToImage.class).doesNotHaveBean("textToImageTarget"));
    }
}
