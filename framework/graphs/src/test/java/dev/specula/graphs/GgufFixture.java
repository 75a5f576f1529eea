package dev.specula.graphs;

import dev.specula.model.CausalModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A tiny GGUF file, and what the reference library computes from it. */
public final class GgufFixture {
    private final Path file;
    private final SafetensorsFile tensors;

    private GgufFixture(Path file, SafetensorsFile tensors) {
        this.file = file;
        this.tensors = tensors;
    }

    public static GgufFixture of(String name, String kind) {
        Path folder = Fixture.directory(name);
        try {
            return new GgufFixture(
                    folder.resolve("model-" + kind + ".gguf"),
                    SafetensorsFile.open(WeightBytes.of(folder.resolve("gguf-" + kind + ".safetensors"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CausalModel load(WeightFormat format) {
        return CheckpointLoader.load("gguf", new CheckpointSource("file:" + file, format, 512));
    }

    GgufFile open() {
        try {
            return GgufFile.open(WeightBytes.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Recorded token ids. */
    public int[] ids(String key) {
        return tensors.integers(key);
    }

    /** A recorded tensor, row-major. */
    public float[] tensor(String key) {
        return tensors.read(key);
    }
}
