package dev.specula.graphs;

import dev.specula.hub.OnnxExport;
import dev.specula.model.ModelLoadException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A checkpoint or exported model in a directory.
 *
 * @param graph the exported graph that was named, relative to the directory; empty where none was
 */
record DirectoryFolder(String location, Path directory, String graph) implements CheckpointFolder {
    static DirectoryFolder at(String location, Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new ModelLoadException(
                    "No model at \"" + location + "\": there is no directory " + directory.toAbsolutePath() + ".");
        }
        return new DirectoryFolder(location, directory, "");
    }

    /** The folder of an exported graph: the one it is in, or the one above where that has config.json. */
    static DirectoryFolder ofGraph(String location, Path graph) {
        Path file = graph.toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw new ModelLoadException("No model at \"" + location + "\": there is no file " + file + ".");
        }
        Path folder = Objects.requireNonNull(file.getParent(), "a file is in a directory");
        Path above = folder.getParent();
        boolean isBelow = folder.endsWith(OnnxExport.FOLDER) && !Files.exists(folder.resolve("config.json"));
        Path root = above != null && isBelow ? above : folder;
        return new DirectoryFolder(
                location, root, root.relativize(file).toString().replace(File.separatorChar, '/'));
    }

    @Override
    public Optional<OnnxExport> export() {
        return graph.isEmpty() ? CheckpointFolder.super.export() : Optional.of(OnnxExport.of(graph, this::has));
    }

    @Override
    public Path file(String name) {
        return directory.resolve(name);
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
