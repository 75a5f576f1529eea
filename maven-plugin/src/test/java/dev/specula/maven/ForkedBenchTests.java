package dev.specula.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkedBenchTests {
    @TempDir
    private Path folder = Path.of("");

    private final Properties settings = new Properties();
    private final List<String> lines = new ArrayList<>();

    @Test
    void runsTheBenchOnTheGivenClassPathAndHandsOnItsLines() throws IOException {
        int status = bench().run(List.of("verify", "--help"), lines::add);

        assertThat(status).isZero();
        assertThat(lines).anyMatch(line -> line.contains("--temperatures"));
    }

    @Test
    void tellsHowTheBenchEnded() throws IOException {
        int status = bench().run(List.of("verify", "--pipelines", "nobody"), lines::add);

        assertThat(status).isEqualTo(2);
        assertThat(lines).anyMatch(line -> line.contains("\"nobody\" was asked for"));
    }

    @Test
    void handsOnWhatMavenWasToldOfTheCaches() throws IOException {
        settings.setProperty("HF_HUB_CACHE", folder.resolve("hub").toString());
        settings.setProperty("specula.models.pull", "sometimes");
        settings.setProperty("spec.other", "no concern of the bench");

        int status = bench().run(List.of("prepare", "--locations", "hf://owner/none"), lines::add);

        assertThat(status).isEqualTo(2);
        assertThat(lines).anyMatch(line -> line.contains("but is \"sometimes\""));
    }

    @Test
    void leavesOptionsThatAreNotSetToTheCommand() {
        assertThat(new Arguments("bench")
                        .with("--pictures", null)
                        .with("--weights", "")
                        .with("--seed", 7L)
                        .list())
                .containsExactly("bench", "--seed", "7");
    }

    private ForkedBench bench() {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        return new ForkedBench(classPath, folder, settings);
    }
}
