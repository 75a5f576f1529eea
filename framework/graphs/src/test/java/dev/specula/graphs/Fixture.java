package dev.specula.graphs;

import dev.specula.model.CausalModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A tiny checkpoint with random weights, and what the reference library computes from it. */
public final class Fixture {
    private final String name;
    private final JsonConfig numbers;
    private final SafetensorsFile tensors;

    private Fixture(String name) {
        this.name = name;
        CheckpointFolder folder = CheckpointFolder.at(location(name));
        this.numbers = JsonConfig.parse("expected.json", folder.text("expected.json"));
        try {
            this.tensors = SafetensorsFile.open(folder.weights("expected.safetensors"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Fixture of(String name) {
        return new Fixture(name);
    }

    public CausalModel load(WeightFormat format) {
        return CheckpointLoader.load(name, new CheckpointSource(location(name), format, 512));
    }

    public CausalModel loadDraft(WeightFormat format) {
        return CheckpointLoader.load(name + "-draft", new CheckpointSource(location(name) + "/draft", format, 512));
    }

    /** Token ids by name: prompt, forced, tree, parents, greedy. */
    public int[] ids(String key) {
        return numbers.integers(key);
    }

    /** A recorded tensor, row-major. */
    public float[] tensor(String key) {
        return tensors.read(key);
    }

    static String location(String name) {
        return "classpath:fixtures/" + name;
    }

    static Path directory(String name) {
        return Path.of("src/test/resources/fixtures").resolve(name);
    }
}
