package dev.specula.samples.transcribe;

import dev.specula.SpeculaException;
import dev.specula.media.Sound;
import dev.specula.samples.common.Terminal;
import dev.specula.speech.Recording;
import dev.specula.speech.SpeechToText;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Writes down sounds, one after the other. One that cannot be read does not stop the others. */
@Component
@Profile("command-line")
class CommandLine implements ApplicationRunner, ExitCodeGenerator {
    private final SpeechToText speech;
    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private int failures;

    CommandLine(SpeechToText speech) {
        this.speech = speech;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Invocation invocation = Invocation.of(arguments.getSourceArgs());
        TranscriptPrinter printer = new TranscriptPrinter(out, Terminal.isStyled());
        if (Terminal.isStyled()) {
            out.printf("Underlined words were drafted and kept by the large model.%n%n");
        }
        for (String file : invocation.sounds()) {
            try {
                Recording recording = Recording.of(Sound.of(Path.of(file)));
                out.println(file);
                printer.end(speech.transcribe(recording, printer));
            } catch (SpeculaException | IllegalArgumentException e) {
                failures++;
                out.flush();
                System.err.println(e.getMessage());
            }
        }
        out.flush();
    }

    @Override
    public int getExitCode() {
        return failures == 0 ? 0 : 1;
    }
}
