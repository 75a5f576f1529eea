package dev.specula.spring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.graphs.CheckpointLoader;
import dev.specula.model.ModelLoadException;
import dev.specula.model.ModelLoader;
import dev.specula.spring.SpeculaAutoConfiguration;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ModelAutoConfigurationTests {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SpeculaAutoConfiguration.class, ModelAutoConfiguration.class));

    @Test
    void looksForADeclaredModelWhereItsAnnotationSays() {
        runner.run(context -> assertThatThrownBy(
                        () -> context.getBean(ModelLoader.class).causal("captioner"))
                .isInstanceOfSatisfying(ModelStartException.class, failure -> {
                    assertThat(failure.location()).isEqualTo("file:no/such/captioner/");
                    assertThat(failure.property()).isEqualTo("specula.pipelines.captioner.target");
                    assertThat(failure.isFound()).isFalse();
                }));
    }

    @Test
    void looksForADeclaredModelWhereItsPropertySaysInstead(@TempDir Path folder) {
        runner.withPropertyValues("specula.pipelines.captioner.target=file:" + folder + "/")
                .run(context -> assertThatThrownBy(
                                () -> context.getBean(ModelLoader.class).causal("captioner"))
                        .isInstanceOfSatisfying(ModelStartException.class, failure -> {
                            assertThat(failure.location()).isEqualTo("file:" + folder + "/");
                            assertThat(failure.isFound()).isTrue();
                        }));
    }

    @Test
    void prefersTheDeclarationsOfTheApplicationToThoseOfLibraries(@TempDir Path library) throws IOException {
        Path descriptions = Files.createDirectories(library.resolve("META-INF/specula"));
        Files.writeString(descriptions.resolve("library.json"), """
                {"pipelines": [{"name": "captioner", "models": {"target":
                    {"bean": "captioner", "method": "captioner", "location": "file:of/a/library/"}}}]}""");
        ClassLoader own = ModelAutoConfigurationTests.class.getClassLoader();
        try (URLClassLoader both = new URLClassLoader(new URL[] {library.toUri().toURL()}, own)) {
            assertThat(Objects.requireNonNull(DeclaredModels.onClassPath(both).get("captioner"))
                            .location())
                    .isEqualTo("file:no/such/captioner/");
        }
    }

    @Test
    void asksForALocationWhereNeitherSays() {
        runner.run(context -> assertThatThrownBy(
                        () -> context.getBean(ModelLoader.class).causal("small"))
                .isInstanceOf(ModelStartException.class)
                .hasMessageContaining("specula.pipelines.captioner.draft"));
    }

    @Test
    void knowsAModelByItsMethodAndByItsBean() {
        runner.run(context -> assertThatThrownBy(
                        () -> context.getBean(ModelLoader.class).causal("captionerDraft"))
                .isInstanceOf(ModelStartException.class));
    }

    @Test
    void namesTheDeclaredModelsWhereAnotherIsAskedFor() {
        runner.run(context -> assertThatThrownBy(
                        () -> context.getBean(ModelLoader.class).causal("captoiner"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContainingAll("captoiner", "captioner", "captionerDraft"));
    }

    @Test
    void stepsBackForALoaderOfTheApplication() {
        ModelLoader own = name -> {
            throw new ModelLoadException("none");
        };

        runner.withBean(ModelLoader.class, () -> own)
                .run(context -> assertThat(context.getBean(ModelLoader.class)).isSameAs(own));
    }

    @Test
    void isAbsentWithoutTheEngine() {
        runner.withClassLoader(new FilteredClassLoader(CheckpointLoader.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ModelLoader.class));
    }
}
