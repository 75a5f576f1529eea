package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The files of a checkpoint, in a directory or on the class path. */
interface CheckpointFolder {
    /** How the names of GGUF files end. */
    String GGUF = ".gguf";

    /** As its user wrote it. */
    String location();

    boolean has(String file);

    /** Opens a file; the caller closes it. */
    InputStream open(String file) throws IOException;

    /** The bytes of a weights file. */
    WeightBytes weights(String file) throws IOException;

    /** All weights. */
    default CheckpointWeights weights() {
        return CheckpointWeights.of(this);
    }

    /**
     * The folder at {@code location}: {@code file:} and a path of a folder or a GGUF file, or {@code
     * classpath:} and a resource folder.
     *
     * @throws ModelLoadException if there is no such folder or it has no config.json
     */
    static CheckpointFolder at(String location) {
        CheckpointFolder folder;
        if (location.startsWith("file:")) {
            folder = location.endsWith(GGUF)
                    ? GgufFolder.at(location, DirectoryFolder.path(location))
                    : DirectoryFolder.at(location);
        } else if (location.startsWith("classpath:")) {
            folder = ResourceFolder.at(location);
        } else {
            throw new ModelLoadException(
                    "A location must start with file: or classpath:, but is \"" + location + "\".");
        }
        if (!folder.has("config.json")) {
            throw new ModelLoadException("No model at \"" + location + "\": it must be a folder with config.json, "
                    + "tokenizer.json and model.safetensors, but has no config.json.");
        }
        return folder;
    }

    /** A text file. */
    default String text(String file) {
        try (InputStream in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ModelLoadException("Could not read " + file + " of \"" + location() + "\".", e);
        }
    }
}
