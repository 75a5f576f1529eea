package dev.specula.training.store;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.specula.training.model.AdamW;
import dev.specula.training.model.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Everything a run needs to go on where it stopped: weights, both moments of the optimiser, and the step, of which the
 * data and the learning rate are functions.
 */
public final class Checkpoint {

    private static final String WEIGHT = "weight.";
    private static final String MEAN = "mean.";
    private static final String SQUARE = "square.";
    private static final String STEP = "step";

    private final Path file;

    /** The checkpoint in {@code directory}, there or not. */
    public Checkpoint(Path directory) {
        this.file = directory.resolve("checkpoint.safetensors");
    }

    /** Writes the state after {@code step} steps. */
    public void save(Weights weights, AdamW optimiser, long step) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        weights.arrays().forEach((name, array) -> arrays.put(WEIGHT + name, array));
        optimiser.means().forEach((name, array) -> arrays.put(MEAN + name, array));
        optimiser.squares().forEach((name, array) -> arrays.put(SQUARE + name, array));
        Safetensors.write(file, arrays, DataType.FLOAT32, Map.of(STEP, Long.toString(step)));
    }

    /** Takes over the weights whose names start with {@code prefix}, and neither moments nor step. */
    public void borrow(String prefix, Weights weights, NDManager manager) throws IOException {
        Safetensors.read(file, manager).arrays().forEach((name, array) -> {
            if (name.startsWith(WEIGHT + prefix)) {
                weights.put(name.substring(WEIGHT.length()), array);
            } else {
                array.close();
            }
        });
    }

    /** Whether there is one. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** Brings back the state and its step; step 0 and nothing changed if there is no file. */
    public long restore(Weights weights, AdamW optimiser, NDManager manager) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        Safetensors.Content content = Safetensors.read(file, manager);
        content.arrays().forEach((name, array) -> {
            if (name.startsWith(WEIGHT)) {
                weights.put(name.substring(WEIGHT.length()), array);
            } else if (name.startsWith(MEAN)) {
                optimiser.means().put(name.substring(MEAN.length()), array);
            } else {
                optimiser.squares().put(name.substring(SQUARE.length()), array);
            }
        });
        return Long.parseLong(Objects.requireNonNull(content.metadata().get(STEP)));
    }
}
