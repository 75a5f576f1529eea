package dev.specula.spring.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.model.CausalModel;
import dev.specula.plan.Speculation;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.model.ModelAutoConfiguration;
import dev.specula.visionlanguage.ImageToText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OwnPipelineTests {
    private final ApplicationContextRunner bare = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SpeculaAutoConfiguration.class, ModelAutoConfiguration.class, ImageToTextAutoConfiguration.class));
    private final ApplicationContextRunner runner =
            withModel(bare, "imageTarget", new SilentModel("painter", 192, "red"));

    @Test
    void draftsWithTheDraftModelOfThatName() {
        withModel(runner, "imageDraft", new SilentModel("sketcher", 192, "red")).run(context -> {
            ImageToText pictures = context.getBean(ImageToText.class);

            assertThat(pictures.description().source()).isEqualTo("model seeing all");
            assertThat(pictures.models()).extracting("name").containsExactly("painter", "sketcher");
            assertThat(context.getBean("imageToTextLookup", ImageToText.class)
                            .description()
                            .preset())
                    .isEqualTo("lookup");
        });
    }

    @Test
    void draftsATargetOfOnesOwnByLookupAndSaysSo(CapturedOutput output) {
        runner.withPropertyValues("specula.image.target=file:somewhere/painter/")
                .run(context -> {
                    assertThat(context.getBean(ImageToText.class).description().source())
                            .isEqualTo("lookup");
                    assertThat(context).doesNotHaveBean("imageDraft").doesNotHaveBean("imageToTextLookup");
                });
        assertThat(output).contains("painter (f32, 0.0 MB) drafted by lookup");
    }

    @Test
    void tellsOfItselfOnce(CapturedOutput output) {
        withModel(runner, "imageDraft", new SilentModel("sketcher", 192, "red"))
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output.toString().lines())
                .filteredOn(line -> line.contains("INFO") && line.contains("Serving image-to-text"))
                .hasSize(1);
        assertThat(output)
                .contains("painter (f32, 0.0 MB) drafted by sketcher", "preset default", "guarantee SAME_TOKENS");
    }

    @Test
    void takesItsPropertiesAndAPresetByName() {
        withModel(runner, "imageDraft", new SilentModel("sketcher", 192, "red"))
                .withPropertyValues(
                        "specula.image.speculation=lookup",
                        "specula.image.longest=3",
                        "specula.image.defaults.max-new-tokens=20")
                .run(context -> {
                    ImageToText pictures = context.getBean(ImageToText.class);
                    assertThat(pictures.description().longest()).isEqualTo(3);
                    assertThat(pictures.options().maxNewTokens()).isEqualTo(20);
                    assertThat(pictures.options().speculation()).isEqualTo(Speculation.preset("lookup"));
                });
    }

    @Test
    void stepsBackForAPipelineOfTheApplication() {
        ScriptedImageToText own = new ScriptedImageToText("captioner", "default");

        bare.withBean("captionerPipeline", ImageToText.class, () -> own)
                .run(context -> assertThat(context)
                        .hasSingleBean(ImageToText.class)
                        .doesNotHaveBean("imageTarget")
                        .doesNotHaveBean("imageDraft"));
    }

    static ApplicationContextRunner withModel(ApplicationContextRunner runner, String name, CausalModel model) {
        return runner.withBean(
                name,
                CausalModel.class,
                () -> model,
                definition -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false));
    }
}
