package dev.specula.bench.sound;

import dev.specula.bench.workload.Task;
import dev.specula.plan.Prompts;
import dev.specula.speech.Recording;
import dev.specula.speech.SpeechToTextPipeline;

/** Asks for the first window of a sound in writing; it is read and encoded each time. */
record SoundTask(SpeechToTextPipeline pipeline, Recording recording) implements Task {
    @Override
    public Prompts prompts() {
        return pipeline.prompts(recording);
    }
}
