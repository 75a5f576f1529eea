package dev.specula.bench.sound;

import dev.specula.bench.workload.Quality;
import dev.specula.bench.workload.Task;
import dev.specula.bench.workload.Workload;
import dev.specula.media.Sound;
import dev.specula.plan.Pipeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Spoken commands of the blocks world that come with this module, made from seeds that nothing was trained on. */
public final class SpokenCommands implements Workload {
    private static final int CLIPS = 8;
    private static final boolean SPEECH_IS_THERE = isThere("dev.specula.speech.SpeechToTextPipeline");

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, SpokenCommands.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    public boolean fits(Pipeline pipeline) {
        return SPEECH_IS_THERE && sounds(0).fits(pipeline);
    }

    @Override
    public List<Task> tasks(Pipeline pipeline, int count) {
        return sounds(CLIPS).tasks(pipeline, count);
    }

    @Override
    public Optional<Quality> quality(Pipeline pipeline, Answers answers, int count) {
        return sounds(CLIPS).quality(pipeline, answers, count);
    }

    private static SpokenSounds sounds(int count) {
        return new SpokenSounds(
                IntStream.range(0, count)
                        .mapToObj(clip -> new SpokenSound(
                                Sound.of(bytes(clip + ".wav")),
                                new String(bytes(clip + ".txt"), StandardCharsets.UTF_8)))
                        .toList(),
                "en");
    }

    private static byte[] bytes(String name) {
        try (InputStream in =
                Objects.requireNonNull(SpokenCommands.class.getResourceAsStream("commands/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
