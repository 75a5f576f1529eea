package dev.specula.samples.transcribe;

import dev.specula.samples.common.KindAnswers;
import dev.specula.samples.common.PipelineController;
import dev.specula.samples.common.Sample;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Writes down sounds and ends, or serves a page with {@code --serve}. */
@SpringBootApplication
@Import({KindAnswers.class, PipelineController.class})
public class TranscribeApplication {
    /** Starts; the exit code is 0 unless something was wrong. */
    public static void main(String[] args) {
        Sample.start(TranscribeApplication.class, Invocation::of, Invocation.USAGE, args);
    }
}
