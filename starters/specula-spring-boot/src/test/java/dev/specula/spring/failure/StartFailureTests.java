package dev.specula.spring.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.model.CausalModel;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.image.ImageToTextAutoConfiguration;
import dev.specula.spring.image.SilentModel;
import dev.specula.spring.model.ModelAutoConfiguration;
import dev.specula.spring.property.ImageProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class StartFailureTests {
    private final ApplicationContextRunner pictures = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SpeculaAutoConfiguration.class, ModelAutoConfiguration.class, ImageToTextAutoConfiguration.class));
    private final SilentModel target = new SilentModel("painter", 192, "red");

    @Test
    void namesTheValueThatIsOutOfRangeAndWhereItStands() {
        FailureAnalysis analysis = failureOf("""
                specula:
                  image:
                    defaults:
                      temperature: -1
                """);

        assertThat(analysis.getDescription())
                .contains(
                        "\"specula.image.defaults.temperature\"",
                        "[test.yml]",
                        "4:20",
                        "Required:  0 (greedy) or a positive number",
                        "Found:     -1.0");
        assertThat(analysis.getAction()).contains("specula.image.defaults.temperature");
    }

    @Test
    void namesTheTypeOfAValueThatCannotBeRead() {
        FailureAnalysis analysis = failureOf("""
                specula:
                  image:
                    defaults: { top-k: many }
                """);

        assertThat(analysis.getDescription())
                .contains(
                        "\"specula.image.defaults.top-k\"",
                        "[test.yml]",
                        "Required:  a whole number",
                        "Found:     many");
    }

    @Test
    void listsTheValuesOfAnEnumeration() {
        FailureAnalysis analysis = failureOf("specula: { image: { weights: f16 } }");

        assertThat(analysis.getDescription()).contains("Required:  one of f32, ri8, int4, stored", "Found:     f16");
    }

    @Test
    void namesTheValueOfAPipelineOfOnesOwn() {
        FailureAnalysis analysis = failureOf("specula: { pipelines: { captioner: { defaults: { top-p: 0 } } } }");

        assertThat(analysis.getDescription())
                .contains("\"specula.pipelines.captioner.defaults.top-p\"", "Found:     0.0");
    }

    @Test
    void saysHowToFetchAModelOfAHub() {
        FailureAnalysis analysis = failureOf(pictures, "specula: { image: { target: 'hf://nobody/none-such' } }");

        assertThat(analysis.getDescription())
                .contains("cannot be had from \"hf://nobody/none-such\"", "must be cached, but is not");
        assertThat(analysis.getAction())
                .contains(
                        "mvn dev.specula:spec-maven-plugin:models -Dspec.models=hf://nobody/none-such",
                        "specula.models.pull=when-missing");
    }

    @Test
    void asksWhetherANearNameWasMeant() {
        FailureAnalysis analysis = failureOf("""
                specula:
                  image:
                    temperature: 0.8
                    defaults:
                      max-tokens: 4
                  admision.answers: 3
                """);

        assertThat(analysis.getDescription())
                .contains("specula.image.temperature", "specula.image.defaults.max-tokens", "[test.yml]");
        assertThat(analysis.getAction())
                .contains(
                        "Did you mean \"specula.image.defaults.temperature\" instead of \"specula.image.temperature\"?")
                .contains(
                        "Did you mean \"specula.image.defaults.max-new-tokens\" instead of \"specula.image.defaults.max-tokens\"?")
                .contains("Did you mean \"specula.admission.answers\" instead of \"specula.admision.answers\"?");
    }

    @Test
    void saysWhereAModelIsNotAndWhichPropertyNamesThePlace() {
        FailureAnalysis analysis = failureOf(pictures, "specula: { image: { target: \"file:no/such/model/\" } }");

        assertThat(analysis.getDescription())
                .contains("is not at \"file:no/such/model/\"", "Required:  a folder with config.json", "Found:");
        assertThat(analysis.getAction()).contains("\"specula.image.target\"", "Relative paths start at");
    }

    @Test
    void saysWhatIsWrongWithAModelThatCannotBeRead(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("config.json"), "{ cut short");
        Files.writeString(folder.resolve("model.safetensors"), "\2\0\0\0\0\0\0\0{}");

        FailureAnalysis analysis =
                failureOf(pictures, "specula: { image: { draft: \"file:" + folder + "/\" } }", target);

        assertThat(analysis.getDescription()).contains("cannot be read", "Found:", "config.json");
        assertThat(analysis.getAction()).contains("\"specula.image.draft\"");
    }

    @Test
    void namesTheFirstTokenInWhichDraftAndTargetDiffer() {
        FailureAnalysis analysis = failureOf(
                pictures, "specula: { image: { longest: 4 } }", target, new SilentModel("sketcher", 192, "rot"));

        assertThat(analysis.getDescription())
                .contains("the pipeline \"imageToText\"", "token 4", "\"red\"", "\"rot\"", "\"sketcher\"");
        assertThat(analysis.getAction()).contains("lookup");
    }

    @Test
    void listsThePresetsThereAre() {
        FailureAnalysis analysis = failureOf(
                pictures,
                "specula: { image: { speculation: lokup } }",
                target,
                new SilentModel("sketcher", 192, "red"));

        assertThat(analysis.getDescription())
                .contains("no preset \"lokup\"", "Required:  off, plain, auto or one of default, lookup");
    }

    @Test
    void comparesTheAnswersThatAreWantedWithTheContext() {
        FailureAnalysis analysis = failureOf(
                pictures,
                "specula: { image: { defaults: { max-new-tokens: 500 } } }",
                target,
                new SilentModel("sketcher", 192, "red"));

        assertThat(analysis.getDescription()).contains("\"painter\"", "max-new-tokens=500", "Found:     192 tokens");
        assertThat(analysis.getAction()).contains("below 192");
    }

    private static FailureAnalysis failureOf(String yaml) {
        return Analyses.ofStart(
                new ApplicationContextRunner()
                        .withConfiguration(AutoConfigurations.of(SpeculaAutoConfiguration.class))
                        .withUserConfiguration(ImageOnly.class),
                yaml);
    }

    private static FailureAnalysis failureOf(ApplicationContextRunner runner, String yaml, SilentModel... models) {
        ApplicationContextRunner withModels = runner;
        for (int i = 0; i < models.length; i++) {
            SilentModel model = models[i];
            withModels = withModels.withBean(
                    i == 0 ? "imageTarget" : "imageDraft",
                    CausalModel.class,
                    () -> model,
                    definition -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false));
        }
        return Analyses.ofStart(withModels, yaml);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ImageProperties.class)
    static class ImageOnly {}
}
