package dev.specula.samples.imagetotext;

import dev.specula.samples.common.KindAnswers;
import dev.specula.samples.common.PipelineController;
import dev.specula.samples.common.Sample;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Captions pictures and ends, or serves a page with {@code --serve}. */
@SpringBootApplication
@Import({KindAnswers.class, PipelineController.class})
public class ImageToTextApplication {
    /** Starts; the exit code is 0 unless something was wrong. */
    public static void main(String[] args) {
        Sample.start(ImageToTextApplication.class, Invocation::of, Invocation.USAGE, args);
    }
}
