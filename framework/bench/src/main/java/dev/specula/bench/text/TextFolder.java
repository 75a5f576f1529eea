package dev.specula.bench.text;

import dev.specula.bench.workload.Task;
import dev.specula.bench.workload.Workload;
import dev.specula.plan.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The texts of a folder, files that end in {@code .txt}, in the order of their names, again and again; each is a request. */
public final class TextFolder implements Workload {
    private final Texts texts;

    /**
     * The texts in {@code folder}.
     *
     * @throws IllegalArgumentException if it holds none that can be read
     */
    public TextFolder(Path folder) {
        List<String> read = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                read.add(Files.readString(file).strip());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("\"" + folder + "\" must be a folder of texts, but cannot be read.", e);
        }
        read.removeIf(String::isEmpty);
        if (read.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + folder + "\" must hold at least one text whose name ends in .txt, but has none.");
        }
        texts = new Texts(read);
    }

    @Override
    public boolean fits(Pipeline pipeline) {
        return texts.fits(pipeline);
    }

    @Override
    public List<Task> tasks(Pipeline pipeline, int count) {
        return texts.tasks(pipeline, count);
    }
}
