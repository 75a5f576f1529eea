package dev.specula.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.hub.HubLocation;
import dev.specula.hub.HubSettings;
import dev.specula.hub.ModelHub;
import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTaskTests {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final List<HubLocation> TINY = List.of(HubLocation.of("hf://owner/tiny"));

    @TempDir
    private Path cache = Path.of("");

    private final List<String> lines = new ArrayList<>();

    @Test
    void findsListsVerifiesAndRemovesWhatIsCached() throws IOException {
        cacheTiny();

        run("pull");
        run("LIST");
        run("verify");
        run("remove");
        run("remove");
        run("list");

        assertThat(lines)
                .containsExactly(
                        "hf://owner/tiny is in " + cache.resolve("models--owner--tiny/snapshots/" + COMMIT),
                        "hf://owner/tiny@" + COMMIT + ": 2 files, 1.5 MB",
                        "All files of hf://owner/tiny are as they were published.",
                        "Removed owner/tiny.",
                        "owner/tiny was not cached.",
                        "No model is cached.");
    }

    @Test
    void saysWhichFileIsDamaged() throws IOException {
        cacheTiny();
        Path blobs = Files.createDirectories(cache.resolve("models--owner--tiny/blobs"));
        Path damaged = Files.writeString(blobs.resolve("0".repeat(64)), "{}");
        Path link = cache.resolve("models--owner--tiny/snapshots/" + COMMIT + "/config.json");
        Files.delete(link);
        Files.createSymbolicLink(link, damaged);

        assertThatThrownBy(() -> run("verify"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("[config.json] are not; remove the model and pull it again");
    }

    @Test
    void namesTheTasks() {
        assertThatThrownBy(() -> run("push"))
                .hasMessage("spec.models.task must be one of pull, list, verify, remove, but is \"push\".");
    }

    @Test
    void readsTheLocationsOfAHubFromDescriptions() throws IOException {
        Files.writeString(cache.resolve("a.json"), """
                {"pipelines": [{"models": {"target": {"location": "hf://owner/tiny"}, "draft": {"location": "file:x"}}}]}""");
        Files.writeString(cache.resolve("b.txt"), "no description");

        assertThat(DeclaredLocations.below(cache)).containsExactly("hf://owner/tiny");
        assertThat(DeclaredLocations.below(cache.resolve("nowhere"))).isEmpty();
        Files.writeString(cache.resolve("c.json"), "{");
        assertThatThrownBy(() -> DeclaredLocations.below(cache)).hasMessageContaining("c.json is not JSON");
    }

    @Test
    void saysEachTenthOfALargeFile() {
        LoggedTransfers transfers = new LoggedTransfers(lines::add);
        transfers.transferred("config.json", 500, 1000);
        transfers.transferred("config.json", 1000, 1000);
        for (long bytes = 5_000_000; bytes <= 50_000_000; bytes += 2_500_000) {
            transfers.transferred("model.safetensors", bytes, 50_000_000);
        }

        assertThat(lines)
                .hasSize(11)
                .startsWith("config.json: 0.0 MB", "model.safetensors: 5.0 of 50.0 MB (10 %)")
                .endsWith("model.safetensors: 45.0 of 50.0 MB (90 %)", "model.safetensors: 50.0 MB");
    }

    private void run(String task) {
        HubSettings offline = new HubSettings(URI.create("http://127.0.0.1:1"), cache, null, true);
        ModelTask.of(task).run(new ModelHub(offline), TINY, lines::add);
    }

    private void cacheTiny() throws IOException {
        Path repository = cache.resolve("models--owner--tiny");
        Path snapshot = Files.createDirectories(repository.resolve("snapshots/" + COMMIT));
        Files.writeString(Files.createDirectories(repository.resolve("refs")).resolve("main"), COMMIT);
        Files.writeString(snapshot.resolve("config.json"), "{}");
        Files.write(snapshot.resolve("model.safetensors"), new byte[1_500_000]);
    }
}
