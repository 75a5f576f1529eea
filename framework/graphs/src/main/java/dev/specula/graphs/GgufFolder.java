package dev.specula.graphs;

import dev.specula.hub.OnnxExport;
import dev.specula.model.ModelLoadException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A GGUF file as the folder it would be with its weights in safetensors: configuration and tokenizer are written from its
 * metadata. A tokenizer.json beside the file is preferred: it is what the metadata was made from.
 */
final class GgufFolder implements CheckpointFolder {
    private static final String TOKENIZER = "tokenizer.json";

    private final String location;
    private final Path path;
    private final WeightBytes bytes;
    private final GgufFile file;
    private final Map<String, Supplier<String>> texts = new HashMap<>();

    private GgufFolder(String location, Path path, WeightBytes bytes) {
        this.location = location;
        this.path = path;
        this.bytes = bytes;
        this.file = GgufFile.open(bytes);
        GgufTokenizer tokenizer = new GgufTokenizer(file.metadata());
        texts.put("config.json", new GgufConfig(file)::json);
        texts.put("tokenizer_config.json", tokenizer::config);
        texts.put(TOKENIZER, () -> besideOr(tokenizer));
    }

    static GgufFolder at(String location, Path path) {
        try {
            return new GgufFolder(location, path, WeightBytes.of(path));
        } catch (IOException | UncheckedIOException e) {
            throw new ModelLoadException("Could not read \"" + location + "\".", e);
        }
    }

    private String besideOr(GgufTokenizer tokenizer) {
        Path beside = path.resolveSibling(TOKENIZER);
        if (!Files.isRegularFile(beside)) {
            return tokenizer.json();
        }
        try {
            return tokenizer.checked(Files.readString(beside), beside.toString());
        } catch (IOException e) {
            throw new ModelLoadException("Could not read " + beside + ".", e);
        }
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public boolean has(String name) {
        return texts.containsKey(name);
    }

    @Override
    public InputStream open(String name) throws IOException {
        Supplier<String> text = texts.get(name);
        if (text == null) {
            throw new IOException("A GGUF file holds no " + name);
        }
        return new ByteArrayInputStream(text.get().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public WeightBytes weights(String name) throws IOException {
        throw new IOException("A GGUF file holds no " + name);
    }

    @Override
    public Optional<OnnxExport> export() {
        return Optional.empty();
    }

    @Override
    public CheckpointWeights weights() {
        Weights tensors = new GgufWeights(file);
        return new CheckpointWeights(tensors, Map.of(String.valueOf(path.getFileName()), bytes));
    }
}
