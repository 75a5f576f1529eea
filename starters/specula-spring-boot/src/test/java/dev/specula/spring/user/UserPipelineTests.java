package dev.specula.spring.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.model.ModelLoader;
import dev.specula.plan.Speculation;
import dev.specula.spring.ServedPipeline;
import dev.specula.spring.ServedPipelines;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.UnknownPresetException;
import dev.specula.spring.image.ImageToTextAutoConfiguration;
import dev.specula.spring.model.ModelAutoConfiguration;
import dev.specula.spring.model.ModelStartException;
import dev.specula.visionlanguage.ImageToText;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The pipelines that the generator writes for {@link CaptionModels}, in an application with the starter. */
class UserPipelineTests {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SpeculaAutoConfiguration.class, ModelAutoConfiguration.class, ImageToTextAutoConfiguration.class))
            .withUserConfiguration(CaptionModels.class, CaptionModelsPipelines.class);

    @Test
    void areServedInPlaceOfTheStartersOwn() {
        runner.run(context -> {
            assertThat(context).doesNotHaveBean("imageToText").doesNotHaveBean("imageTarget");
            assertThat(context.getBean(ImageToText.class).models())
                    .extracting("name")
                    .containsExactly("scribe", "sketcher");
            assertThat(context.getBean(ServedPipelines.class).all())
                    .extracting(ServedPipeline::bean)
                    .containsExactly("scribePipeline", "scribeLookingPipeline");
        });
    }

    @Test
    void takeThePropertiesOfTheirName() {
        runner.withPropertyValues(
                        "specula.pipelines.scribe.longest=3",
                        "specula.pipelines.scribe.speculation=looking",
                        "specula.pipelines.scribe.defaults.max-new-tokens=11")
                .run(context -> {
                    ImageToText pipeline = context.getBean(ImageToText.class);
                    assertThat(pipeline.description().longest()).isEqualTo(3);
                    assertThat(pipeline.options().maxNewTokens()).isEqualTo(11);
                    assertThat(pipeline.options().speculation()).isEqualTo(Speculation.preset("looking"));
                });
    }

    @Test
    void failTheStartWhereTheirPropertiesNameNoPreset() {
        runner.withPropertyValues("specula.pipelines.scribe.speculation=loking")
                .run(context -> assertThat(Objects.requireNonNull(context.getStartupFailure()))
                        .isInstanceOf(UnknownPresetException.class)
                        .hasMessageContaining("looking"));
    }

    @Test
    void loadTheirModelsFromWhereTheAnnotationsSay() {
        runner.run(context -> assertThatThrownBy(
                        () -> context.getBean(ModelLoader.class).causal("scribeDraft"))
                .isInstanceOfSatisfying(
                        ModelStartException.class,
                        failure -> assertThat(failure.location()).isEqualTo("file:no/such/draft/")));
    }
}
