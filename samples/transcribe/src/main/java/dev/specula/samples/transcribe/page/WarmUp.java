package dev.specula.samples.transcribe.page;

import dev.specula.media.Sound;
import dev.specula.plan.Speculation;
import dev.specula.speech.Recording;
import dev.specula.speech.SpeechToText;
import java.io.IOException;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Writes down a sound before the page is used, with a draft and without: the first transcripts of a Java process run code that is
 * not compiled yet, and would compare nothing but that.
 */
@Component
@Profile("!command-line")
class WarmUp implements ApplicationRunner {
    private static final int TIMES = 3;

    private final SpeechToText speech;

    WarmUp(SpeechToText speech) {
        this.speech = speech;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        Sound command = Sound.of(new ClassPathResource("static/command.wav").getContentAsByteArray());
        for (int time = 0; time < TIMES; time++) {
            speech.transcribe(new Recording(command, speech.options().with(Speculation.AUTO)));
            speech.transcribe(new Recording(command, speech.options().with(Speculation.PLAIN)));
        }
    }
}
