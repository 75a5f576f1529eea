package dev.specula.graphs;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;

/** A checkpoint in memory. */
record MemoryFolder(Map<String, byte[]> files) implements CheckpointFolder {
    @Override
    public String location() {
        return "memory";
    }

    @Override
    public boolean has(String file) {
        return files.containsKey(file);
    }

    @Override
    public InputStream open(String file) throws IOException {
        return new ByteArrayInputStream(bytes(file));
    }

    @Override
    public WeightBytes weights(String file) throws IOException {
        return WeightBytes.of(file, ByteBuffer.wrap(bytes(file)));
    }

    private byte[] bytes(String file) throws IOException {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw new FileNotFoundException(file);
        }
        return bytes;
    }
}
