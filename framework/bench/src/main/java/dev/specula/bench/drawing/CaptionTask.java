package dev.specula.bench.drawing;

import dev.specula.bench.workload.Task;
import dev.specula.plan.Prompts;
import dev.specula.texttoimage.Caption;
import dev.specula.texttoimage.TextToImagePipeline;
import dev.specula.token.Sampling;

/** Asks for a picture, guided as usual. */
record CaptionTask(TextToImagePipeline pipeline, Caption caption) implements Task {
    private static final int TOP_K = 100;

    @Override
    public Prompts prompts() {
        return pipeline.prompts(caption);
    }

    /** Among the likeliest tokens alone: the tail of a law over codes is long, and no picture is better for it. */
    @Override
    public Sampling sampling(double temperature, long seed) {
        return new Sampling(temperature, TOP_K, 1, 1, seed);
    }
}
