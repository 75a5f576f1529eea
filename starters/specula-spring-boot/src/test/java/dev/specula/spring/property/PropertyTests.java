package dev.specula.spring.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class PropertyTests {
    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Everything.class);

    @Test
    void haveDefaultsWhereNothingIsWritten() {
        runner.run(context -> {
            assertThat(context.getBean(ImageProperties.class).asPipeline()).isEqualTo(PipelineProperties.DEFAULTS);
            assertThat(context.getBean(SpeculaProperties.class).pipeline("captioner"))
                    .isEqualTo(PipelineProperties.DEFAULTS);
        });
    }

    @Test
    void areReadInKebabCase() {
        runner.withPropertyValues(
                        "specula.image.target=file:models/captioner/",
                        "specula.image.weights=ri8",
                        "specula.image.defaults.max-new-tokens=20",
                        "specula.pipelines.captioner.speculation=long-answers",
                        "specula.pipelines.captioner.longest=5",
                        "specula.admission.waiting=0")
                .run(context -> {
                    ImageProperties image = context.getBean(ImageProperties.class);
                    SpeculaProperties shared = context.getBean(SpeculaProperties.class);
                    assertThat(image.target()).isEqualTo("file:models/captioner/");
                    assertThat(image.weights()).isEqualTo(Weights.RI8);
                    assertThat(image.defaults().maxNewTokens()).isEqualTo(20);
                    assertThat(shared.pipeline("captioner").speculation()).isEqualTo("long-answers");
                    assertThat(shared.pipeline("captioner").longest()).isEqualTo(5);
                    assertThat(shared.admission().waiting()).isZero();
                });
    }

    @Test
    void readABareOffOfYamlAsOff() {
        runner.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("yaml", Map.of("specula.image.speculation", false))))
                .run(context -> assertThat(Speculation.of(
                                context.getBean(ImageProperties.class).speculation()))
                        .isEqualTo(Speculation.OFF));
    }

    @Test
    void onlyWarnOfAnUnknownEnvironmentVariable() {
        runner.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "systemEnvironment", Map.of("SPECULA_HOME", "/opt", "SPECULA_ADMISSION_ANSWERS", "2"))))
                .run(context -> assertThat(context.getBean(SpeculaProperties.class)
                                .admission()
                                .answers())
                        .isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "65", "1000000"})
    void areRefusedWhereADraftIsOutOfTheRangeOfTheAnnotations(String longest) {
        runner.withPropertyValues("specula.image.longest=" + longest)
                .run(context -> assertThat(Objects.requireNonNull(context.getStartupFailure()))
                        .hasStackTraceContaining("longest must be from 1 to 64 tokens, but was " + longest + "."));
    }

    @Test
    void areRefusedWhereNothingReadsThem() {
        runner.withPropertyValues("specula.image.targt=x", "spec.other=y")
                .run(context -> assertThat(Objects.requireNonNull(context.getStartupFailure()))
                        .isInstanceOfSatisfying(
                                UnknownPropertiesException.class,
                                refused -> assertThat(refused.unknown())
                                        .singleElement()
                                        .satisfies(unknown ->
                                                assertThat(unknown.suggestion()).hasValue("specula.image.target"))));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({SpeculaProperties.class, ImageProperties.class})
    static class Everything {
        @Bean
        static UnknownPropertyCheck check(Environment environment) {
            return new UnknownPropertyCheck(environment);
        }
    }
}
