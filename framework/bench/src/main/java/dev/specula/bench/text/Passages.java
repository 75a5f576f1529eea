package dev.specula.bench.text;

import dev.specula.bench.workload.Task;
import dev.specula.bench.workload.Workload;
import dev.specula.plan.Pipeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Short passages that come with this module, each to be repeated with a change, and then to be talked about: answers that quote
 * their request, and answers that do not.
 */
public final class Passages implements Workload {
    private static final List<String> REQUESTS = List.of(
            "Repeat this passage word for word, in the past tense:\n\n%s",
            "What is this passage about, and what might happen next?\n\n%s");

    @Override
    public boolean fits(Pipeline pipeline) {
        return new Texts(List.of()).fits(pipeline);
    }

    @Override
    public List<Task> tasks(Pipeline pipeline, int count) {
        List<String> texts = new ArrayList<>();
        for (String passage : passages()) {
            for (String request : REQUESTS) {
                texts.add(request.formatted(passage));
            }
        }
        return new Texts(texts).tasks(pipeline, count);
    }

    private static List<String> passages() {
        try (InputStream in = Objects.requireNonNull(Passages.class.getResourceAsStream("passages.txt"))) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\n\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
