package dev.specula.graphs;

import dev.specula.model.CausalModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** A tiny GGUF file, and what the reference library computes from it. */
public final class GgufFixture {
    /** The kinds of blocks that were recorded. */
    public static final List<String> KINDS = List.of(
            "Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q8_0", "Q2_K", "Q3_K", "Q4_K", "Q5_K", "Q6_K", "IQ4_NL", "IQ4_XS", "BF16");

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

    /** The file of {@code kind} among those of a checkpoint, in 32-bit floats. */
    public static CausalModel load(String name, String kind) {
        Path file = Fixture.directory(name).resolve("model-" + kind + ".gguf");
        return CheckpointLoader.load("gguf", new CheckpointSource("file:" + file, WeightFormat.F32, 512));
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

    /** The values of the recorded blocks of {@code kind}. */
    public static float[] blocks(String kind) {
        BlockType type = BlockType.valueOf(kind);
        ByteBuffer blocks = recorded().bytes("blocks." + kind + ".bytes");
        float[] values = new float[blocks.remaining() / type.bytes * type.values];
        type.read(blocks, 0, values.length / type.values, values, 0);
        return values;
    }

    /** The same as the reference library gives them. */
    public static float[] recordedBlocks(String kind) {
        return recorded().read("blocks." + kind + ".values");
    }

    private static SafetensorsFile recorded() {
        try {
            return SafetensorsFile.open(
                    WeightBytes.of(Fixture.directory("gguf-k-quants").resolve("blocks.safetensors")));
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
