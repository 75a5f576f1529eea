package dev.specula.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrepareCommandTests {
    private static final String CACHE = "specula.cache";

    @TempDir
    private Path folder = Path.of("");

    private @Nullable String before;

    @BeforeEach
    void keepsGraphsApart() {
        before = System.setProperty(CACHE, folder.toString());
    }

    @AfterEach
    void keepsGraphsTogether() {
        if (before == null) {
            System.clearProperty(CACHE);
        } else {
            System.setProperty(CACHE, before);
        }
    }

    @Test
    void preparesAModelInEachFormat() throws IOException {
        int status = Main.run("prepare", "--locations", "zoo:blocks/draft-text-only", "--weights", "f32,ri8");

        assertThat(status).isZero();
        assertThat(prepared()).hasSize(2);
    }

    @Test
    void preparesTargetsInEachFormatAndDraftsInTheirs() throws IOException {
        int status = Main.run("prepare", "--pipelines", "blocks", "--weights", "f32,ri8", "--draft-weights", "int4");

        assertThat(status).isZero();
        assertThat(prepared()).hasSize(3);
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(Main.run("prepare", "--locations", "hf://owner/none")).isEqualTo(2);
    }

    private List<Path> prepared() throws IOException {
        try (Stream<Path> bundles = Files.list(folder.resolve("graphs"))) {
            return bundles.toList();
        }
    }
}
