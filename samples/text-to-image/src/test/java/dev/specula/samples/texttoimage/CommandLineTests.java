package dev.specula.samples.texttoimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CommandLineTests {
    @TempDir
    private Path folder;

    @Test
    void drawsEachCaptionIntoAFileAndEnds(CapturedOutput output) {
        int exitCode = run("--out", folder.toString(), "a red star", "a blue ring");

        assertThat(exitCode).isZero();
        assertThat(folder.resolve("a-red-star.png")).isNotEmptyFile();
        assertThat(folder.resolve("a-blue-ring.png")).isNotEmptyFile();
        assertThat(output).contains("a red star", "a-red-star.png", "3 tokens in");
    }

    @Test
    void goesOnAfterAnEmptyCaptionAndEndsWithAnError(CapturedOutput output) {
        int exitCode = run("--out", folder.toString(), " ", "a red star");

        assertThat(exitCode).isOne();
        assertThat(output.getErr()).contains("must have words").doesNotContain("\tat ");
        assertThat(folder.resolve("a-red-star.png")).isNotEmptyFile();
    }

    @Test
    void saysWhereAPictureCannotBeWritten(CapturedOutput output) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        int exitCode = run("--out", file.resolve("pictures").toString(), "a red star");

        assertThat(exitCode).isOne();
        assertThat(output.getErr())
                .contains("The picture cannot be written to", "choose a folder with --out.")
                .doesNotContain("\tat ");
    }

    private static int run(String... arguments) {
        return SpringApplication.exit(
                new SpringApplicationBuilder(TextToImageApplication.class, ScriptedDrawer.InPlaceOfTheModels.class)
                        .web(WebApplicationType.NONE)
                        .profiles("command-line")
                        .run(arguments));
    }
}
