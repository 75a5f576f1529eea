package dev.specula.bench.sound;

import dev.specula.bench.workload.Quality;
import dev.specula.bench.workload.Task;
import dev.specula.bench.workload.Workload;
import dev.specula.plan.Pipeline;
import dev.specula.speech.Recording;
import dev.specula.speech.SpeechToTextPipeline;
import dev.specula.speech.Timestamps;
import dev.specula.speech.TranscriptionOptions;
import dev.specula.speech.WordErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sounds again and again: once with timestamps, once without. Transcripts are judged where it is known what is spoken. */
final class SpokenSounds implements Workload {
    private final List<SpokenSound> sounds;
    private final String language;

    SpokenSounds(List<SpokenSound> sounds, String language) {
        this.sounds = List.copyOf(sounds);
        this.language = language;
    }

    @Override
    public boolean fits(Pipeline pipeline) {
        return pipeline instanceof SpeechToTextPipeline;
    }

    @Override
    public List<Task> tasks(Pipeline pipeline, int count) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean timed = i / sounds.size() % 2 == 0;
            tasks.add(task(pipeline, sounds.get(i % sounds.size()), timed ? Timestamps.SEGMENTS : Timestamps.NONE));
        }
        return tasks;
    }

    private Task task(Pipeline pipeline, SpokenSound sound, Timestamps timestamps) {
        TranscriptionOptions options = TranscriptionOptions.DEFAULT.in(language).with(timestamps);
        return new SoundTask(
                (SpeechToTextPipeline) pipeline, Recording.of(sound.sound()).with(options));
    }

    /** The share of words that are right: 1 - word error rate. */
    @Override
    public Optional<Quality> quality(Pipeline pipeline, Answers answers, int count) {
        WordErrors errors = new WordErrors();
        for (SpokenSound sound : sounds.subList(0, Math.min(count, sounds.size()))) {
            String spoken = sound.words();
            if (spoken != null) {
                errors.add(spoken, answers.to(task(pipeline, sound, Timestamps.NONE)));
            }
        }
        return errors.words() == 0
                ? Optional.empty()
                : Optional.of(new Quality(1 - errors.rate(), Map.of("words", 1 - errors.rate())));
    }
}
