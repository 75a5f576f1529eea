package dev.specula.graphs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A checkpoint on the class path. Its weights are read into memory while graphs are written. */
record ResourceFolder(String location, String folder, ClassLoader loader) implements CheckpointFolder {
    static ResourceFolder at(String location) {
        String folder = location.substring("classpath:".length()).replaceAll("^/+|/+$", "");
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return new ResourceFolder(
                location, folder, Objects.requireNonNullElseGet(context, ResourceFolder.class::getClassLoader));
    }

    @Override
    public boolean has(String file) {
        return loader.getResource(folder + "/" + file) != null;
    }

    @Override
    public InputStream open(String file) throws IOException {
        @Nullable InputStream in = loader.getResourceAsStream(folder + "/" + file);
        if (in == null) {
            throw new FileNotFoundException(folder + "/" + file + " is not on the class path");
        }
        return in;
    }

    @Override
    public WeightBytes weights(String file) throws IOException {
        try (InputStream in = open(file)) {
            return WeightBytes.of(location + "/" + file, ByteBuffer.wrap(in.readAllBytes()));
        }
    }
}
