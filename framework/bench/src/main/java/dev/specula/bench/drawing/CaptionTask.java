package dev.specula.bench.drawing;

import dev.specula.bench.workload.Task;
import dev.specula.plan.Prompts;
import dev.specula.texttoimage.Caption;
import dev.specula.texttoimage.TextToImagePipeline;

/** Asks for a picture, guided as usual. */
record CaptionTask(TextToImagePipeline pipeline, Caption caption) implements Task {
    @Override
    public Prompts prompts() {
        return pipeline.prompts(caption);
    }
}
