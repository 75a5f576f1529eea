package dev.specula.bench.text;

import dev.specula.bench.workload.Task;
import dev.specula.language.Request;
import dev.specula.language.TextToTextPipeline;
import dev.specula.plan.Prompts;

/** Asks for an answer in words; the request is written and cut into tokens each time. */
record TextTask(TextToTextPipeline pipeline, Request request) implements Task {
    @Override
    public Prompts prompts() {
        return pipeline.prompts(request);
    }
}
