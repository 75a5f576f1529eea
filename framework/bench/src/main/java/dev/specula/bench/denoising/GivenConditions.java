package dev.specula.bench.denoising;

import dev.specula.denoise.Condition;
import dev.specula.denoise.DenoiserSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Conditions of a file, one a line, numbers with commas between them; nobody tells how their states come out. */
public final class GivenConditions implements DenoisingWorkload {
    private final Path file;
    private final List<float[]> conditions = new ArrayList<>();

    /**
     * Reads {@code file}; blank lines are passed over.
     *
     * @throws IllegalArgumentException if it holds no condition, or something else than numbers
     */
    public GivenConditions(Path file) {
        this.file = file;
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    conditions.add(numbers(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("\"" + file + "\" cannot be read.", e);
        }
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + file + "\" must hold a condition a line, but all of its lines are blank.");
        }
    }

    private float[] numbers(String line) {
        String[] parts = line.strip().split("\\s*,\\s*", -1);
        float[] numbers = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            try {
                numbers[i] = Float.parseFloat(parts[i]);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "Lines of \"" + file + "\" must be numbers with commas between them, but one holds \""
                                + parts[i] + "\".",
                        e);
            }
        }
        return numbers;
    }

    /** Whether every line has as many numbers as the model's conditions. */
    @Override
    public boolean fits(DenoiserSpec model) {
        return conditions.stream().allMatch(numbers -> numbers.length == model.conditions());
    }

    /** The lines from the first on, again and again. */
    @Override
    public List<DenoisingTask> tasks(DenoiserSpec model, int count) {
        List<DenoisingTask> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tasks.add(new Unjudged(Condition.of(conditions.get(i % conditions.size()))));
        }
        return tasks;
    }

    private record Unjudged(Condition condition) implements DenoisingTask {
        @Override
        public Map<String, Double> judge(double[] state) {
            return Map.of();
        }
    }
}
