package dev.specula.bench.sound;

import dev.specula.bench.workload.Quality;
import dev.specula.bench.workload.Task;
import dev.specula.bench.workload.Workload;
import dev.specula.media.Sound;
import dev.specula.media.UnreadableSoundException;
import dev.specula.plan.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sounds of a folder, in the order of their names, again and again: once with timestamps, once without. Where a file of the
 * same name and the suffix {@code .txt} says what is spoken, transcripts are judged by it.
 */
public final class SoundFolder implements Workload {
    private static final List<String> SUFFIXES = List.of(".wav", ".flac", ".mp3", ".ogg");

    private final SpokenSounds sounds;

    /**
     * The sounds in {@code folder}.
     *
     * @param language that is spoken, for example {@code en}; {@code auto} lets the model find out, which takes a pass
     * @throws UnreadableSoundException if it holds none
     */
    public SoundFolder(Path folder, String language) {
        List<Path> files;
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
        sounds = new SpokenSounds(
                files.stream()
                        .map(file -> new SpokenSound(Sound.of(file), transcript(file)))
                        .toList(),
                language);
    }

    @Override
    public boolean fits(Pipeline pipeline) {
        return sounds.fits(pipeline);
    }

    @Override
    public List<Task> tasks(Pipeline pipeline, int count) {
        return sounds.tasks(pipeline, count);
    }

    @Override
    public Optional<Quality> quality(Pipeline pipeline, Answers answers, int count) {
        return sounds.quality(pipeline, answers, count);
    }

    private static @Nullable String transcript(Path file) {
        String name = file.getFileName().toString();
        Path text = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt");
        try {
            return Files.isRegularFile(text) ? Files.readString(text) : null;
        } catch (IOException e) {
            throw new UnreadableSoundException("\"" + text + "\" must hold what is spoken, but cannot be read.", e);
        }
    }
}
