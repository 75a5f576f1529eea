package dev.specula.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.media.Picture;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.image.ImageToTextAutoConfiguration;
import dev.specula.spring.image.ScriptedImageToText;
import dev.specula.visionlanguage.ImageToText;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SpeculaActuatorTests {
    private static final Picture PICTURE = Picture.of(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));

    private final ScriptedImageToText scripted = new ScriptedImageToText("captioner", "default");
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SpeculaAutoConfiguration.class,
                    ImageToTextAutoConfiguration.class,
                    SpeculaActuatorAutoConfiguration.class))
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withBean("captionerPipeline", ImageToText.class, () -> scripted)
            .withPropertyValues("management.endpoints.web.exposure.include=*");

    @Test
    void isUpWithItsPipelinesInTheDetails() {
        runner.run(context -> {
            Health health = health(context.getBean(SpeculaHealthIndicator.class));

            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails())
                    .hasEntrySatisfying(
                            "pipelines", states -> assertThat(states).hasToString("{captionerPipeline=ready}"))
                    .containsEntry("waiting", "0 of 32");
        });
    }

    @Test
    void isDownFromAFailureOfTheEngineToTheNextAnswer() {
        runner.run(context -> {
            ImageToText pictures = context.getBean(ImageToText.class);
            SpeculaHealthIndicator indicator = context.getBean(SpeculaHealthIndicator.class);

            scripted.failing(new IllegalStateException("the engine is gone"));
            assertThatThrownBy(() -> pictures.caption(PICTURE)).isInstanceOf(IllegalStateException.class);
            assertThat(health(indicator).getStatus()).isEqualTo(Status.DOWN);

            scripted.failing(null);
            pictures.caption(PICTURE);
            assertThat(health(indicator).getStatus()).isEqualTo(Status.UP);
        });
    }

    @Test
    void showsEachPipelineWithItsLiveStatistics() {
        runner.run(context -> {
            context.getBean(ImageToText.class).caption(PICTURE);
            SpeculaEndpoint endpoint = context.getBean(SpeculaEndpoint.class);

            PipelineReport report = Objects.requireNonNull(endpoint.pipeline("captionerPipeline"));

            assertThat(report.models()).extracting("name").containsExactly("painter", "sketcher");
            assertThat(report.weightBytes()).isEqualTo(13_800_000);
            assertThat(report.live().rounds()).isEqualTo(2);
            assertThat(report.live().tau()).isEqualTo(2);
            assertThat(report.live().acceptanceRate()).isEqualTo(0.75);
            assertThat(report.live().acceptanceByPosition()).containsExactly(1.0, 0.5);
            assertThat(endpoint.application().pipelines()).containsExactly(report);
            assertThat(endpoint.pipeline("another")).isNull();
        });
    }

    @Test
    void countsDraftedAndAcceptedTokensByPosition() {
        runner.run(context -> {
            context.getBean(ImageToText.class).caption(PICTURE);

            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(registry.get("specula.draft.tokens").counters())
                    .hasSize(2)
                    .allSatisfy(counter -> assertThat(counter.count()).isEqualTo(2));
            assertThat(registry.get("specula.accepted.tokens")
                            .tags("specula.pipeline", "captioner", "position", "2")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(registry.get("specula.rounds")
                            .tags("specula.modality", "image-to-text", "gen_ai.request.model", "painter")
                            .counter()
                            .count())
                    .isEqualTo(2);
            assertThat(registry.get("specula.accepted.length").summary().count())
                    .isEqualTo(2);
            assertThat(registry.get("specula.accepted.length").summary().totalAmount())
                    .isEqualTo(3);
            assertThat(registry.get("specula.answer.time")
                            .tag("outcome", "end")
                            .timer()
                            .count())
                    .isOne();
        });
    }

    @Test
    void registersOnlyMetersThatAreDocumented() {
        runner.run(context -> {
            context.getBean(ImageToText.class).caption(PICTURE);

            assertThat(context.getBean(MeterRegistry.class).getMeters())
                    .extracting(Meter::getId)
                    .extracting(Meter.Id::getName)
                    .containsOnly(Arrays.stream(SpeculaMeter.values())
                            .map(SpeculaMeter::getName)
                            .toArray(String[]::new));
        });
    }

    @Test
    void canBeSwitchedOff() {
        runner.withPropertyValues(
                        "management.health.specula.enabled=false", "management.endpoints.web.exposure.exclude=specula")
                .run(context -> assertThat(context)
                        .doesNotHaveBean(SpeculaHealthIndicator.class)
                        .doesNotHaveBean(SpeculaEndpoint.class));
    }

    @Test
    void startsWithoutHealth() {
        runner.withClassLoader(new FilteredClassLoader(HealthIndicator.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean("speculaHealthIndicator")
                        .hasSingleBean(SpeculaEndpoint.class));
    }

    @Test
    void startsWithoutActuator() {
        runner.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean("speculaEndpoint")
                        .hasSingleBean(ImageToText.class));
    }

    @Test
    void startsWithoutMicrometer() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SpeculaAutoConfiguration.class,
                        ImageToTextAutoConfiguration.class,
                        SpeculaActuatorAutoConfiguration.class))
                .withBean("captionerPipeline", ImageToText.class, () -> scripted)
                .withClassLoader(new FilteredClassLoader("io.micrometer"))
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean("speculaMeters");
                    assertThat(context.getBean(ImageToText.class)
                                    .caption(PICTURE)
                                    .text())
                            .isEqualTo("a red circle.");
                });
    }

    private static Health health(HealthIndicator indicator) {
        return Objects.requireNonNull(indicator.health());
    }
}
