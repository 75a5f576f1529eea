package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A checkpoint in a directory. */
record DirectoryFolder(String location, Path directory) implements CheckpointFolder {
    static DirectoryFolder at(String location, Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new ModelLoadException(
                    "No model at \"" + location + "\": there is no directory " + directory.toAbsolutePath() + ".");
        }
        return new DirectoryFolder(location, directory);
    }

    /** Relative and absolute paths behind {@code file:}, and URIs with slashes. */
    static Path path(String location) {
        try {
            return location.startsWith("file:///")
                    ? Path.of(URI.create(location))
                    : Path.of(location.substring("file:".length()));
        } catch (IllegalArgumentException e) {
            throw new ModelLoadException("\"" + location + "\" is not a path.", e);
        }
    }

    @Override
    public boolean has(String file) {
        return Files.isRegularFile(directory.resolve(file));
    }

    @Override
    public InputStream open(String file) throws IOException {
        return Files.newInputStream(directory.resolve(file));
    }

    @Override
    public WeightBytes weights(String file) throws IOException {
        return WeightBytes.of(directory.resolve(file));
    }
}
