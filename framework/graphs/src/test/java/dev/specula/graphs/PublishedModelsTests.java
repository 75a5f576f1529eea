package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedModelsTests {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    private Path cache;

    @BeforeEach
    void useTheCache() {
        System.setProperty("HF_HUB_CACHE", cache.toString());
        System.setProperty("HF_HUB_OFFLINE", "1");
    }

    @AfterEach
    void useTheUsualCache() {
        System.clearProperty("HF_HUB_CACHE");
        System.clearProperty("HF_HUB_OFFLINE");
        System.clearProperty(PublishedModels.PULL);
    }

    @Test
    void loadsWhatIsInTheCacheOfTheHub() throws IOException {
        Path repository = cache.resolve("models--owner--tiny");
        Path snapshot = Files.createDirectories(repository.resolve("snapshots/" + COMMIT));
        Files.createDirectories(repository.resolve("refs"));
        Files.writeString(repository.resolve("refs/main"), COMMIT);
        for (String file : new String[] {"config.json", "tokenizer.json", "model.safetensors"}) {
            Files.copy(Fixture.directory("llama").resolve(file), snapshot.resolve(file));
        }
        Files.copy(Fixture.directory("llama").resolve("model-Q4_0.gguf"), snapshot.resolve("q4.gguf"));

        for (String location : new String[] {"hf://owner/tiny", "hf://owner/tiny@" + COMMIT + "/q4.gguf"}) {
            try (CausalModel model = load(location)) {
                assertThat(model.spec().vocabulary()).isEqualTo(512);
            }
        }
    }

    @Test
    void saysHowToGetWhatIsNot() {
        assertThatThrownBy(() -> load("hf://owner/other"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage(
                        "\"hf://owner/other\" must be cached, but is not; fetch it with mvn dev.specula:spec-maven-plugin:models"
                                + " -Dspec.models=hf://owner/other, or set specula.models.pull to when-missing.");
        System.setProperty(PublishedModels.PULL, "when-missing");
        assertThatThrownBy(() -> load("hf://owner/other")).hasMessageContaining("HF_HUB_OFFLINE is set");
        System.setProperty(PublishedModels.PULL, "always");
        assertThatThrownBy(() -> load("hf://owner/other"))
                .hasMessage("specula.models.pull must be never or when-missing, but is \"always\".");
    }

    @Test
    void loadsWhatComesWithAnArtifactByItsShortName() {
        try (CausalModel model = load("zoo:tiny/llama")) {
            assertThat(model.spec().vocabulary()).isEqualTo(512);
        }
        assertThatThrownBy(() -> load("zoo:tiny/lama"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("\"zoo:tiny/lama\" must name a model")
                .hasMessageContaining("tiny/llama");
    }

    private static CausalModel load(String location) {
        return CheckpointLoader.load("tiny", CheckpointSource.of(location, WeightFormat.F32));
    }
}
