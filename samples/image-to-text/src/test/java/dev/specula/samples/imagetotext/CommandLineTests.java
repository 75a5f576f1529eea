package dev.specula.samples.imagetotext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.visionlanguage.BlocksModels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
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
    void captionsThePicturesItShipsAndEnds(CapturedOutput output) {
        int exitCode = run();

        assertThat(exitCode).isZero();
        assertThat(output)
                .contains("picture 1", "picture 6", "  a red circle.")
                .contains("3 tokens in 2 rounds (1.5 a round), 1 of 2 drafted tokens kept (50 %)");
        assertThat(ScriptedPictures.asked().words()).isEqualTo("describe the picture.");
        assertThat(ScriptedPictures.asked().picture().width()).isEqualTo(96);
    }

    @Test
    void asksAboutTheFilesItIsGiven(CapturedOutput output) throws IOException {
        Path file = Files.write(folder.resolve("scene.png"), ShippedPictures.png(3));

        int exitCode = run("--question", "how many?", file.toString());

        assertThat(exitCode).isZero();
        assertThat(output).contains(file.toString());
        assertThat(ScriptedPictures.asked().words()).isEqualTo("how many?");
    }

    @Test
    void goesOnAfterAFileThatIsNoPictureAndEndsWithAnError(CapturedOutput output) throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no picture");
        Path file = Files.write(folder.resolve("scene.png"), ShippedPictures.png(3));

        int exitCode = run(text.toString(), folder.resolve("missing.png").toString(), file.toString());

        assertThat(exitCode).isOne();
        assertThat(output.getErr()).contains("notes.txt", "missing.png").doesNotContain("\tat ");
        assertThat(output.getOut()).contains("a red circle.");
    }

    @Test
    void saysWhichPropertyWasMeant(CapturedOutput output) {
        assertThatThrownBy(() -> run("--specula.image.temperature=0.8")).isInstanceOf(RuntimeException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Did you mean \"specula.image.defaults.temperature\" instead of"
                        + " \"specula.image.temperature\"?");
    }

    @Test
    void saysThatWeightsAreCutOff(CapturedOutput output) throws IOException {
        for (String file : new String[] {"config.json", "tokenizer.json", "model.safetensors"}) {
            try (InputStream in = BlocksModels.class.getResourceAsStream("blocks/target/" + file)) {
                byte[] whole = Objects.requireNonNull(in, file).readAllBytes();
                boolean cut = file.endsWith(".safetensors");
                Files.write(folder.resolve(file), cut ? Arrays.copyOf(whole, whole.length - 1000) : whole);
            }
        }

        assertThatThrownBy(() -> new SpringApplicationBuilder(ImageToTextApplication.class)
                        .web(WebApplicationType.NONE)
                        .profiles("command-line")
                        .run("--specula.image.target=file:" + folder))
                .isInstanceOf(RuntimeException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "the file is cut off or damaged", "\"specula.image.target\"");
    }

    private static int run(String... arguments) {
        return SpringApplication.exit(
                new SpringApplicationBuilder(ImageToTextApplication.class, ScriptedPictures.InPlaceOfTheModels.class)
                        .web(WebApplicationType.NONE)
                        .profiles("command-line")
                        .run(arguments));
    }
}
