package dev.specula.training.store;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.specula.training.data.HeadTokens;
import dev.specula.training.model.Ops;
import dev.specula.training.model.SpeechDecoder;
import dev.specula.training.model.SpeechShape;
import dev.specula.training.model.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A published Whisper checkpoint, as far as a draft of one layer for it needs: what the draft starts as, and the folder that the draft
 * becomes.
 */
public final class PublishedDecoder {

    /** What a draft takes over as it is: its tokens are the target's. */
    private static final List<String> COPIED = List.of(
            "tokenizer.json", "tokenizer_config.json", "generation_config.json", "preprocessor_config.json", "LICENSE");

    private static final List<String> OF_THE_ENCODER = List.of("num_mel_bins", "num_hidden_layers");
    private static final String LAYER = "model.decoder.layers.";

    private final Path folder;
    private final JsonObject configuration;

    private PublishedDecoder(Path folder, JsonObject configuration) {
        this.folder = folder;
        this.configuration = configuration;
    }

    /** The checkpoint in {@code folder}. */
    public static PublishedDecoder in(Path folder) throws IOException {
        String text = Files.readString(folder.resolve("config.json"));
        return new PublishedDecoder(folder, JsonParser.parseString(text).getAsJsonObject());
    }

    /** Sizes of a draft of one layer, as wide as the target. */
    public SpeechShape draft() {
        int hidden = number("d_model");
        return new SpeechShape(
                hidden,
                number("decoder_attention_heads"),
                0,
                1,
                0,
                number("decoder_ffn_dim"),
                hidden,
                number("max_source_positions"),
                number("vocab_size"));
    }

    private int number(String key) {
        return configuration.get(key).getAsInt();
    }

    /**
     * Layers of the target, from 0, that the draft's only layer starts as.
     *
     * @param attention to the tokens before
     * @param memory attention to the rows of the encoder
     * @param feedForward the rest
     */
    public record Start(int attention, int memory, int feedForward) {

        private int of(String part) {
            if (part.startsWith("self_attn")) {
                return attention;
            }
            return part.startsWith("encoder_attn") ? memory : feedForward;
        }
    }

    /** Gives {@code weights} what a draft that can say {@code head} starts as. */
    public void start(Weights weights, Start start, HeadTokens head, NDManager manager) throws IOException {
        Map<String, NDArray> stored =
                Safetensors.read(folder.resolve("model.safetensors"), manager).arrays();
        Map<String, NDArray> taken = new LinkedHashMap<>();
        for (String name : stored.keySet()) {
            if (name.startsWith(LAYER)) {
                String part = name.substring(name.indexOf('.', LAYER.length()) + 1);
                if (name.equals(LAYER + start.of(part) + "." + part)) {
                    taken.put(LAYER + "0." + part, stored.get(name));
                }
            } else if (name.startsWith("model.decoder.")) {
                taken.put(name, stored.get(name));
            }
        }
        NDArray embedding = Objects.requireNonNull(taken.get(SpeechDecoder.EMBEDDING), "a decoder has an embedding");
        int[] tokens = head.tokens().stream().mapToInt(Integer::intValue).toArray();
        taken.put(SpeechDecoder.HEAD, Ops.rowsOf(embedding, manager.create(tokens)));
        stored.values().stream().filter(array -> !taken.containsValue(array)).forEach(NDArray::close);
        taken.forEach(weights::put);
    }

    /** Writes a draft that can say {@code head} to {@code to}; {@code card} is its README. */
    public void write(Path to, Weights weights, HeadTokens head, String card) throws IOException {
        Files.createDirectories(to);
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Safetensors.write(
                    to.resolve("model.safetensors"), weights.arrays(), DataType.FLOAT16, Map.of("format", "pt"));
        }
        Configuration.write(to.resolve("config.json"), configuration(head));
        for (String file : COPIED) {
            if (Files.exists(folder.resolve(file))) {
                Files.copy(folder.resolve(file), to.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.writeString(to.resolve("README.md"), card);
    }

    private JsonObject configuration(HeadTokens head) {
        JsonObject own = configuration.deepCopy();
        own.add("architectures", new Gson().toJsonTree(List.of("WhisperDecoder")));
        own.addProperty("model_type", "whisper_decoder");
        own.addProperty("decoder_layers", 1);
        own.addProperty("cross_attention_hidden_size", number("d_model"));
        own.addProperty("tie_word_embeddings", false);
        own.keySet().removeIf(key -> key.startsWith("encoder_") || OF_THE_ENCODER.contains(key));
        own.add("head_token_ids", new Gson().toJsonTree(head.tokens()));
        return own;
    }
}
