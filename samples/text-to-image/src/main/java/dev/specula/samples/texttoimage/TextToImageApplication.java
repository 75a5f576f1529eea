package dev.specula.samples.texttoimage;

import dev.specula.samples.common.KindAnswers;
import dev.specula.samples.common.PipelineController;
import dev.specula.samples.common.Sample;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Draws captions and ends, or serves a page with {@code --serve}. */
@SpringBootApplication
@Import({KindAnswers.class, PipelineController.class})
public class TextToImageApplication {
    /** Starts; the exit code is 0 unless something was wrong. */
    public static void main(String[] args) {
        Sample.start(TextToImageApplication.class, Invocation::of, Invocation.USAGE, args);
    }
}
