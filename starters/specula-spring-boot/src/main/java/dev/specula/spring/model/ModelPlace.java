package dev.specula.spring.model;

import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoadException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * Where a model is, and in which format its weights are wanted.
 *
 * @param model what messages call it
 * @param property the property that says where it is, whether it was used or not
 * @param location {@code file:}, {@code classpath:}, {@code zoo:} or {@code hf://} and what each wants; empty where nothing says
 * @param format format of its weights in memory
 */
public record ModelPlace(String model, String property, String location, WeightFormat format) {
    private static final String FILE = "file:";

    /** A model that is called after its location. */
    public ModelPlace(String property, String location, WeightFormat format) {
        this(nameOf(location), property, location, format);
    }

    /**
     * Loads the model; the caller closes it.
     *
     * @throws ModelStartException if it is not there or cannot be read
     */
    public CausalModel load() {
        try {
            if (location.isEmpty()) {
                throw new ModelLoadException(
                        "A model must have a location, but neither its annotation nor the property " + property
                                + " names one.");
            }
            return CheckpointLoader.load(model, CheckpointSource.of(location, format));
        } catch (ModelLoadException e) {
            throw new ModelStartException(model, property, location, exists(), e);
        }
    }

    /** The last two folders of a location: short, and enough to tell models apart. */
    private static String nameOf(String location) {
        Path path = Path.of(location.substring(location.indexOf(':') + 1));
        int names = path.getNameCount();
        return names == 0
                ? location
                : path.subpath(Math.max(0, names - 2), names).toString();
    }

    private boolean exists() {
        if (location.startsWith(FILE)) {
            try {
                return Files.isDirectory(Path.of(location.substring(FILE.length())));
            } catch (InvalidPathException e) {
                return false;
            }
        }
        String folder = location.endsWith("/") ? location : location + "/";
        return location.startsWith("classpath:")
                && new DefaultResourceLoader()
                        .getResource(folder + "config.json")
                        .exists();
    }
}
