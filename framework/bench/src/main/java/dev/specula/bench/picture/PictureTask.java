package dev.specula.bench.picture;

import dev.specula.bench.workload.Task;
import dev.specula.media.Picture;
import dev.specula.plan.Prompts;
import dev.specula.visionlanguage.ImageToTextPipeline;
import dev.specula.visionlanguage.Question;
import java.awt.image.BufferedImage;

/** Asks about an image. The picture is a new one each time, so that nothing is remembered of the last. */
record PictureTask(ImageToTextPipeline pipeline, BufferedImage image, String words) implements Task {
    @Override
    public Prompts prompts() {
        return pipeline.prompts(Question.about(Picture.of(image), words));
    }
}
