package dev.specula.graphs;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.specula.graphs.tokenizer.TokenizerStep;
import dev.specula.model.ModelLoadException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How byte-level BPE tokenizers cut a text before they merge, by the names that GGUF files use. */
enum BytePairSplit {
    GPT2(null, "gpt-2", "gpt2", "default"),
    SMOLLM(null, "smollm"),
    LLAMA3(
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*"
                    + "|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
            "llama-bpe",
            "llama3",
            "llama-v3"),
    QWEN2(
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*"
                    + "|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
            "qwen2");

    private final @Nullable String pattern;
    private final String names;

    /** A split by {@code pattern}; null: by GPT-2's own, which is built into the tokenizer library. */
    BytePairSplit(@Nullable String pattern, String... names) {
        this.pattern = pattern;
        this.names = String.join(" ", names);
    }

    static BytePairSplit of(String name) {
        for (BytePairSplit split : values()) {
            if (Arrays.asList(split.names.split(" ")).contains(name)) {
                return split;
            }
        }
        throw new ModelLoadException("\"tokenizer.ggml.pre\" must be one of "
                + Arrays.stream(values()).map(split -> split.names).collect(Collectors.joining(" ")) + ", but is \""
                + name
                + "\"; put the tokenizer.json of the model beside the file.");
    }

    /** Whether a piece that is a token stays one whatever the merges say. */
    boolean keepsWholeTokens() {
        return this == LLAMA3;
    }

    /** Whether texts begin with a token of their own where a file does not say. */
    boolean startsWithToken() {
        return this == LLAMA3;
    }

    JsonElement normalizer() {
        return this == QWEN2 ? TokenizerStep.typed("NFC") : JsonNull.INSTANCE;
    }

    JsonObject preTokenizer() {
        JsonObject bytes = byteLevel(pattern == null);
        if (pattern != null) {
            JsonObject regex = new JsonObject();
            regex.addProperty("Regex", pattern);
            JsonObject split = TokenizerStep.typed("Split");
            split.add("pattern", regex);
            split.addProperty("behavior", "Isolated");
            split.addProperty("invert", false);
            return TokenizerStep.sequence("pretokenizers", split, bytes);
        }
        if (this == SMOLLM) {
            JsonObject digits = TokenizerStep.typed("Digits");
            digits.addProperty("individual_digits", true);
            return TokenizerStep.sequence("pretokenizers", digits, bytes);
        }
        return TokenizerStep.sequence("pretokenizers", bytes);
    }

    /** Bytes as printable characters, with or without GPT-2's own pattern. */
    static JsonObject byteLevel(boolean split) {
        JsonObject json = TokenizerStep.typed("ByteLevel");
        json.addProperty("add_prefix_space", false);
        json.addProperty("trim_offsets", true);
        json.addProperty("use_regex", split);
        return json;
    }
}
