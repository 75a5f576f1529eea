package dev.specula.spring.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.property.ImageProperties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class StartFailureTests {
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

        assertThat(analysis.getDescription()).contains("Required:  one of f32, ri8, int4", "Found:     f16");
    }

    @Test
    void namesTheValueOfAPipelineOfOnesOwn() {
        FailureAnalysis analysis = failureOf("specula: { pipelines: { captioner: { defaults: { top-p: 0 } } } }");

        assertThat(analysis.getDescription())
                .contains("\"specula.pipelines.captioner.defaults.top-p\"", "Found:     0.0");
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

    private static FailureAnalysis failureOf(String yaml) {
        return Analyses.ofStart(
                new ApplicationContextRunner()
                        .withConfiguration(AutoConfigurations.of(SpeculaAutoConfiguration.class))
                        .withUserConfiguration(ImageOnly.class),
                yaml);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ImageProperties.class)
    static class ImageOnly {}
}
