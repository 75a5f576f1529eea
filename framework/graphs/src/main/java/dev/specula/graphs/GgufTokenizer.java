package dev.specula.graphs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.specula.model.ModelLoadException;
import java.util.Arrays;
import java.util.List;

/** Writes tokenizer.json and tokenizer_config.json from the metadata of a GGUF file. */
final class GgufTokenizer {
    private static final String TOKENS = "tokenizer.ggml.tokens";
    private static final int CONTROL = 3;
    private static final int USER_DEFINED = 4;

    private final GgufMetadata metadata;

    GgufTokenizer(GgufMetadata metadata) {
        this.metadata = metadata;
    }

    /** The tokenizer.json inside, if the file has one; else one from tokens and merges. */
    String json() {
        if (metadata.has("tokenizer.huggingface.json")) {
            return metadata.text("tokenizer.huggingface.json");
        }
        String kind = metadata.text("tokenizer.ggml.model");
        if (!kind.equals("gpt2")) {
            throw new ModelLoadException("\"tokenizer.ggml.model\" must be gpt2, which is byte-level BPE, but is \""
                    + kind + "\"; put the tokenizer.json of the model beside the file.");
        }
        BytePairSplit split = BytePairSplit.of(metadata.text("tokenizer.ggml.pre", "default"));
        JsonObject json = new JsonObject();
        json.addProperty("version", "1.0");
        json.add("added_tokens", addedTokens());
        json.add("normalizer", split.normalizer());
        json.add("pre_tokenizer", split.preTokenizer());
        json.add("decoder", BytePairSplit.byteLevel(true));
        json.add("model", model(split));
        return json.toString();
    }

    private JsonObject model(BytePairSplit split) {
        JsonObject model = new JsonObject();
        model.addProperty("type", "BPE");
        model.addProperty("ignore_merges", split.keepsWholeTokens());
        JsonObject vocabulary = new JsonObject();
        List<String> tokens = metadata.texts(TOKENS);
        for (int id = 0; id < tokens.size(); id++) {
            vocabulary.addProperty(tokens.get(id), id);
        }
        model.add("vocab", vocabulary);
        JsonArray merges = new JsonArray();
        metadata.texts("tokenizer.ggml.merges").forEach(merges::add);
        model.add("merges", merges);
        return model;
    }

    private JsonArray addedTokens() {
        List<String> tokens = metadata.texts(TOKENS);
        int[] types =
                metadata.has("tokenizer.ggml.token_type") ? metadata.integers("tokenizer.ggml.token_type") : new int[0];
        JsonArray added = new JsonArray();
        for (int id = 0; id < Math.min(types.length, tokens.size()); id++) {
            if (types[id] == CONTROL || types[id] == USER_DEFINED) {
                JsonObject token = new JsonObject();
                token.addProperty("id", id);
                token.addProperty("content", tokens.get(id));
                for (String flag : new String[] {"single_word", "lstrip", "rstrip", "normalized"}) {
                    token.addProperty(flag, false);
                }
                token.addProperty("special", types[id] == CONTROL);
                added.add(token);
            }
        }
        return added;
    }

    /** Chat template and special tokens. */
    String config() {
        JsonObject json = new JsonObject();
        if (metadata.has("tokenizer.chat_template")) {
            json.addProperty("chat_template", metadata.text("tokenizer.chat_template"));
        }
        List<String> tokens = metadata.has(TOKENS) ? metadata.texts(TOKENS) : List.of();
        addToken(json, "bos_token", "tokenizer.ggml.bos_token_id", tokens);
        addToken(json, "eos_token", "tokenizer.ggml.eos_token_id", tokens);
        addToken(json, "unk_token", "tokenizer.ggml.unknown_token_id", tokens);
        addToken(json, "pad_token", "tokenizer.ggml.padding_token_id", tokens);
        return json.toString();
    }

    private void addToken(JsonObject json, String name, String key, List<String> tokens) {
        if (metadata.has(key) && metadata.integer(key) < tokens.size()) {
            json.addProperty(name, tokens.get(metadata.integer(key)));
        }
    }

    /**
     * A tokenizer.json that lies beside the file, if its tokens are those of the file.
     *
     * @throws ModelLoadException naming the first token that differs
     */
    String checked(String json, String name) {
        if (!metadata.has(TOKENS)) {
            return json;
        }
        List<String> stored = metadata.texts(TOKENS);
        String[] written = written(json, name, stored.size());
        for (int id = 0; id < stored.size(); id++) {
            // A padded id may have a name in one and none in the other.
            if (!written[id].isEmpty() && !written[id].equals(stored.get(id))) {
                throw new ModelLoadException(name + " must be the tokenizer of the weights beside it, but token " + id
                        + " is \"" + written[id] + "\" in it and \"" + stored.get(id) + "\" in the weights.");
            }
        }
        return json;
    }

    /** The tokens of a tokenizer.json by id, of which there must be at most {@code size}; empty where an id has none. */
    private static String[] written(String json, String name, int size) {
        try {
            String[] tokens = new String[size];
            Arrays.fill(tokens, "");
            TokenizerVocabulary.ids(JsonParser.parseString(json).getAsJsonObject())
                    .forEach((token, id) -> {
                        if (id < 0 || id >= size) {
                            throw new ModelLoadException(
                                    name + " must be the tokenizer of the weights beside it, which have " + size
                                            + " tokens, but \"" + token + "\" has the id " + id + ".");
                        }
                        tokens[id] = token;
                    });
            return tokens;
        } catch (JsonParseException | IllegalStateException | NumberFormatException | NullPointerException e) {
            throw new ModelLoadException(name + " is not a tokenizer.", e);
        }
    }
}
