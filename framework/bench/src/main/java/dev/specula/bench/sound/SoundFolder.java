package dev.specula.bench.sound;

import dev.specula.bench.workload.Quality;
import dev.specula.bench.workload.Task;
import dev.specula.bench.workload.Workload;
import dev.specula.media.Sound;
import dev.specula.media.UnreadableSoundException;
import dev.specula.plan.Pipeline;
import dev.specula.speech.Recording;
import dev.specula.speech.SpeechToTextPipeline;
import dev.specula.speech.Timestamps;
import dev.specula.speech.TranscriptionOptions;
import dev.specula.speech.WordErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sounds of a folder, in the order of their names, again and again: once with timestamps, once without. Where a file of the
 * same name and the suffix {@code .txt} says what is spoken, transcripts are judged by it.
 */
public final class SoundFolder implements Workload {
    private static final List<String> SUFFIXES = List.of(".wav", ".flac", ".mp3", ".ogg");

    private final List<Path> files;
    private final String language;

    /**
     * The sounds in {@code folder}.
     *
     * @param language that is spoken, for example {@code en}; {@code auto} lets the model find out, which takes a pass
     * @throws UnreadableSoundException if it holds none
     */
    public SoundFolder(Path folder, String language) {
        this.language = language;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> SUFFIXES.stream().anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnreadableSoundException(
                    "\"" + folder + "\" must be a folder of sounds, but cannot be listed.", e);
        }
        if (files.isEmpty()) {
            throw new UnreadableSoundException(
                    "\"" + folder + "\" must hold at least one sound of " + SUFFIXES + ", but has none.");
        }
    }

    @Override
    public boolean fits(Pipeline pipeline) {
        return pipeline instanceof SpeechToTextPipeline;
    }

    @Override
    public List<Task> tasks(Pipeline pipeline, int count) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean timed = i / files.size() % 2 == 0;
            tasks.add(task(pipeline, files.get(i % files.size()), timed ? Timestamps.SEGMENTS : Timestamps.NONE));
        }
        return tasks;
    }

    private Task task(Pipeline pipeline, Path file, Timestamps timestamps) {
        TranscriptionOptions options = TranscriptionOptions.DEFAULT.in(language).with(timestamps);
        return new SoundTask(
                (SpeechToTextPipeline) pipeline, Recording.of(Sound.of(file)).with(options));
    }

    /** The share of words that are right: 1 - word error rate. */
    @Override
    public Optional<Quality> quality(Pipeline pipeline, Answers answers, int count) {
        WordErrors errors = new WordErrors();
        for (Path file : files.subList(0, Math.min(count, files.size()))) {
            transcript(file).ifPresent(spoken -> errors.add(spoken, answers.to(task(pipeline, file, Timestamps.NONE))));
        }
        return errors.words() == 0
                ? Optional.empty()
                : Optional.of(new Quality(1 - errors.rate(), Map.of("words", 1 - errors.rate())));
    }

    private static Optional<String> transcript(Path file) {
        String name = file.getFileName().toString();
        Path text = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt");
        try {
            return Files.isRegularFile(text) ? Optional.of(Files.readString(text)) : Optional.empty();
        } catch (IOException e) {
            throw new UnreadableSoundException("\"" + text + "\" must hold what is spoken, but cannot be read.", e);
        }
    }
}
