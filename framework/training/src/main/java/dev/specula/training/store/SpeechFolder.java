package dev.specula.training.store;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.specula.blocks.tokens.TokenizerFiles;
import dev.specula.training.model.SpeechShape;
import dev.specula.training.model.Weights;
import dev.specula.training.sound.Clip;
import dev.specula.training.sound.SpeechVocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A finished model of speech as a folder in the layout of published Whisper checkpoints, its weights in half precision. */
public final class SpeechFolder {

    private static final String WEIGHTS = "model.safetensors";
    private static final String MANIFEST = "manifest.json";
    private static final String STEPS = "steps"; // of the manifest
    private static final String SCALE = "_scale"; // how the name of what only rounding needs ends

    private final Path folder;
    private final SpeechVocabulary vocabulary;

    public SpeechFolder(Path folder, SpeechVocabulary vocabulary) {
        this.folder = folder;
        this.vocabulary = vocabulary;
    }

    /** Whether it is there. */
    public boolean exists() {
        return Files.exists(folder.resolve(WEIGHTS)) && Files.exists(folder.resolve(MANIFEST));
    }

    /** Reads its weights, without the steps of rounding, and after how many steps of training they stood so. */
    public long read(Weights weights, NDManager manager) throws IOException {
        Safetensors.read(folder.resolve(WEIGHTS), manager).arrays().forEach((name, array) -> {
            if (name.endsWith(SCALE)) {
                array.close();
            } else {
                weights.put(name, array);
            }
        });
        JsonObject manifest = JsonParser.parseString(Files.readString(folder.resolve(MANIFEST)))
                .getAsJsonObject();
        if (!manifest.has(STEPS)) {
            throw new IOException("%s must say the \"%s\" of training, but has only %s; publish the run again"
                    .formatted(folder.resolve(MANIFEST), STEPS, manifest.keySet()));
        }
        return manifest.get(STEPS).getAsLong();
    }

    /**
     * Writes a target.
     *
     * @param scales steps to which its decoder rounds in 8 bits
     * @param steps of training
     * @param card its README
     */
    public void writeTarget(Weights weights, Map<String, NDArray> scales, SpeechShape shape, long steps, String card)
            throws IOException {
        JsonObject configuration = configuration("WhisperForConditionalGeneration", "whisper", shape);
        configuration.addProperty("num_mel_bins", Clip.BINS);
        configuration.addProperty("encoder_layers", shape.encoder());
        configuration.addProperty("encoder_attention_heads", shape.heads());
        configuration.addProperty("encoder_ffn_dim", shape.intermediate());
        Map<String, NDArray> published = new LinkedHashMap<>(Separated.withoutTeachers(weights.arrays()));
        published.putAll(scales);
        write(published, configuration, manifest("target", steps), card);
    }

    /** Writes a decoder without an encoder, which attends to the rows of its target's. */
    public void writeDraft(Weights weights, SpeechShape shape, long steps, String card) throws IOException {
        JsonObject configuration = configuration("WhisperDecoder", "whisper_decoder", shape);
        configuration.addProperty("cross_attention_hidden_size", shape.memory());
        write(Separated.withoutTeachers(weights.arrays()), configuration, manifest("draft", steps), card);
    }

    private static JsonObject manifest(String role, long steps) {
        JsonObject manifest = Configuration.manifest("role", role);
        manifest.addProperty(STEPS, steps);
        return manifest;
    }

    /** How many numbers of {@code weights} are published: those that only taught are not. */
    public long published(Weights weights) {
        return Separated.withoutTeachers(weights.arrays()).values().stream()
                .mapToLong(NDArray::size)
                .sum();
    }

    private void write(Map<String, NDArray> weights, JsonObject configuration, JsonObject manifest, String card)
            throws IOException {
        Files.createDirectories(folder);
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Safetensors.write(folder.resolve(WEIGHTS), weights, DataType.FLOAT16, Map.of("format", "pt"));
        }
        Configuration.write(folder.resolve("config.json"), configuration);
        Configuration.write(folder.resolve("generation_config.json"), generation());
        Configuration.write(folder.resolve(MANIFEST), manifest);
        Files.writeString(
                folder.resolve("tokenizer.json"),
                TokenizerFiles.tokenizer(vocabulary.tokenizer(), vocabulary.further()));
        Configuration.write(folder.resolve("tokenizer_config.json"), tokenizer());
        Files.writeString(folder.resolve("README.md"), card);
    }

    private JsonObject configuration(String architecture, String type, SpeechShape shape) {
        JsonObject configuration = Configuration.named(architecture, type);
        configuration.addProperty("vocab_size", shape.vocabulary());
        configuration.addProperty("d_model", shape.hidden());
        configuration.addProperty("decoder_layers", shape.decoder());
        configuration.addProperty("decoder_attention_heads", shape.heads());
        configuration.addProperty("decoder_ffn_dim", shape.decoderIntermediate());
        configuration.addProperty("max_source_positions", shape.rows());
        configuration.addProperty("max_target_positions", SpeechShape.CONTEXT);
        configuration.addProperty("activation_function", "gelu");
        configuration.addProperty("scale_embedding", false);
        configuration.addProperty("tie_word_embeddings", true);
        configuration.addProperty("torch_dtype", "float16");
        configuration.addProperty("bos_token_id", vocabulary.end());
        configuration.addProperty("eos_token_id", vocabulary.end());
        configuration.addProperty("pad_token_id", vocabulary.end());
        configuration.addProperty("decoder_start_token_id", vocabulary.start());
        return configuration;
    }

    /** Tokens that stand for no text are never written; an answer may be empty, where nobody speaks. */
    private JsonObject generation() {
        List<Integer> marks = IntStream.range(0, vocabulary.firstWord()).boxed().toList();
        JsonObject generation = new JsonObject();
        generation.addProperty("bos_token_id", vocabulary.end());
        generation.addProperty("eos_token_id", vocabulary.end());
        generation.addProperty("pad_token_id", vocabulary.end());
        generation.addProperty("decoder_start_token_id", vocabulary.start());
        generation.addProperty("no_timestamps_token_id", vocabulary.withoutTimestamps());
        generation.addProperty("prev_sot_token_id", vocabulary.previous());
        generation.addProperty("is_multilingual", true);
        generation.add("lang_to_id", Configuration.number("<|en|>", vocabulary.english()));
        generation.add("task_to_id", Configuration.number("transcribe", vocabulary.transcribe()));
        generation.add("suppress_tokens", new Gson().toJsonTree(marks));
        generation.add("begin_suppress_tokens", new Gson().toJsonTree(marks));
        generation.addProperty("max_initial_timestamp_index", 50);
        generation.addProperty("max_length", SpeechShape.CONTEXT);
        return generation;
    }

    private static JsonObject tokenizer() {
        JsonObject tokenizer = new JsonObject();
        tokenizer.addProperty("tokenizer_class", "WhisperTokenizer");
        tokenizer.addProperty("bos_token", "<|endoftext|>");
        tokenizer.addProperty("eos_token", "<|endoftext|>");
        tokenizer.addProperty("pad_token", "<|endoftext|>");
        tokenizer.addProperty("unk_token", "<|unk|>");
        tokenizer.addProperty("clean_up_tokenization_spaces", false);
        return tokenizer;
    }
}
