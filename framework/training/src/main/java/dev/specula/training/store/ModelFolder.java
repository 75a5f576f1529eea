package dev.specula.training.store;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import com.google.gson.JsonObject;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.blocks.tokens.TokenizerFiles;
import dev.specula.training.data.PictureVocabulary;
import dev.specula.training.model.DecoderShape;
import dev.specula.training.model.VisionShape;
import dev.specula.training.model.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A finished model as a folder in the layout of published checkpoints, its weights in half precision. */
public final class ModelFolder {

    private final Path folder;
    private final BlocksTokenizer tokenizer;

    public ModelFolder(Path folder, BlocksTokenizer tokenizer) {
        this.folder = folder;
        this.tokenizer = tokenizer;
    }

    /** Writes a target; {@code inputScales} are the steps of its decoder's inputs, {@code card} is its README. */
    public void writeTarget(
            Weights weights, Map<String, NDArray> inputScales, VisionShape vision, DecoderShape text, String card)
            throws IOException {
        Separated.Heads ofEncoder = new Separated.Heads(vision.heads(), vision.heads());
        Separated.Heads ofDecoder = new Separated.Heads(text.heads(), text.keyHeads());
        write(
                both(weights.arrays(), inputScales),
                name -> name.contains("vision_model") ? ofEncoder : ofDecoder,
                Configuration.target(vision, text),
                Configuration.manifest("role", "target"),
                List.of(),
                card);
    }

    /** Writes a draft; {@code manifest} tells what it sees. */
    public void writeDraft(Weights weights, DecoderShape text, JsonObject manifest, String card) throws IOException {
        Separated.Heads heads = new Separated.Heads(text.heads(), text.keyHeads());
        write(weights.arrays(), name -> heads, Configuration.decoder(text), manifest, List.of(), card);
    }

    /** Writes a model that draws. */
    public void writePictureModel(Weights weights, DecoderShape shape, PictureVocabulary vocabulary, String card)
            throws IOException {
        Separated.Heads heads = new Separated.Heads(shape.heads(), shape.keyHeads());
        write(
                weights.arrays(),
                name -> heads,
                Configuration.decoder(shape),
                Configuration.picture(vocabulary),
                vocabulary.names(),
                card);
    }

    private static Map<String, NDArray> both(Map<String, NDArray> weights, Map<String, NDArray> inputScales) {
        Map<String, NDArray> both = new LinkedHashMap<>(weights);
        both.putAll(inputScales);
        return both;
    }

    private void write(
            Map<String, NDArray> weights,
            Function<String, Separated.Heads> headsOf,
            JsonObject configuration,
            JsonObject manifest,
            List<String> furtherTokens,
            String card)
            throws IOException {
        Files.createDirectories(folder);
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Map<String, NDArray> arrays = Separated.of(weights, headsOf);
            Safetensors.write(folder.resolve("model.safetensors"), arrays, DataType.FLOAT16, Map.of("format", "pt"));
        }
        Configuration.write(folder.resolve("config.json"), configuration);
        Configuration.write(folder.resolve("generation_config.json"), Configuration.generation());
        Configuration.write(folder.resolve("manifest.json"), manifest);
        Files.writeString(folder.resolve("tokenizer.json"), TokenizerFiles.tokenizer(tokenizer, furtherTokens));
        Files.writeString(folder.resolve("tokenizer_config.json"), TokenizerFiles.configuration());
        Files.writeString(folder.resolve("README.md"), card);
    }
}
