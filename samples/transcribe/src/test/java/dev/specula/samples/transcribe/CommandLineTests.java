package dev.specula.samples.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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
    void writesDownEachFileWithTimesAndStatistics(CapturedOutput output) throws IOException {
        Path file = Files.write(folder.resolve("talk.wav"), ScriptedSpeech.wav());

        assertThat(run(file.toString())).isZero();
        assertThat(output)
                .contains("talk.wav", "00:00.50 - 01:01.25  good morning")
                .contains("en, 3 tokens in 1 rounds (3.0 a round), 1 of 2 drafted tokens kept (50 %), 62.0 s of sound");
    }

    @Test
    void goesOnAfterAFileThatIsNoSound(CapturedOutput output) throws IOException {
        Path text = Files.writeString(folder.resolve("notes.mp3"), "not a sound at all");
        Path file = Files.write(folder.resolve("talk.wav"), ScriptedSpeech.wav());

        assertThat(run(text.toString(), file.toString())).isEqualTo(1);
        assertThat(output.getErr()).contains("notes.mp3", "WAV, FLAC, MP3 or Ogg Vorbis");
        assertThat(output.getOut()).contains("good morning");
    }

    @Test
    void readsFilesAndLeavesPropertiesToSpring() {
        Invocation invocation = Invocation.of("a.wav", "--specula.audio.defaults.language=de", "b.mp3");

        assertThat(invocation.sounds()).containsExactly("a.wav", "b.mp3");
        assertThat(invocation.serve()).isFalse();
        assertThat(Invocation.of("--serve").serve()).isTrue();
        assertThatThrownBy(() -> Invocation.of("--fast", "a.wav"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--fast");
        assertThatThrownBy(Invocation::of).hasMessageContaining("at least one sound");
    }

    private static int run(String... arguments) {
        String[] quiet = Stream.concat(Stream.of(arguments), Stream.of("--logging.level.dev.specula=warn"))
                .toArray(String[]::new);
        return SpringApplication.exit(
                new SpringApplicationBuilder(TranscribeApplication.class, ScriptedSpeech.InPlaceOfTheModels.class)
                        .web(WebApplicationType.NONE)
                        .profiles("command-line")
                        .run(quiet));
    }
}
