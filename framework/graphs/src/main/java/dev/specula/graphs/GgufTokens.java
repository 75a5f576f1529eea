package dev.specula.graphs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The tokens that a GGUF file lists, by id, and what each is for. */
final class GgufTokens {
    static final String KEY = "tokenizer.ggml.tokens";

    private static final String TYPES = "tokenizer.ggml.token_type";
    private static final int NORMAL = 1;
    private static final int UNKNOWN = 2;
    private static final int CONTROL = 3;
    private static final int USER_DEFINED = 4;
    private static final int UNUSED = 5;

    private final GgufMetadata metadata;
    private final List<String> tokens;
    private final int[] types; // one for each token

    private GgufTokens(GgufMetadata metadata, List<String> tokens, int[] types) {
        this.metadata = metadata;
        this.tokens = tokens;
        this.types = types;
    }

    /** Those of {@code metadata}; none if it has none. A token without a type is {@link #NORMAL}. */
    static GgufTokens of(GgufMetadata metadata) {
        List<String> tokens = metadata.has(KEY) ? metadata.texts(KEY) : new ArrayList<>();
        int[] types = metadata.has(TYPES) ? metadata.integers(TYPES) : new int[0];
        int[] all = Arrays.copyOf(types, tokens.size());
        Arrays.fill(all, Math.min(types.length, all.length), all.length, NORMAL);
        GgufTokens found = new GgufTokens(metadata, tokens, all);
        if (metadata.text(GgufTokenizer.KIND, "").equals(SentencePieces.KIND)) {
            found.spaceOut();
        }
        return found;
    }

    /** What users defined is looked for in the text as it is, so it has spaces and no signs for them. */
    private void spaceOut() {
        for (int id = 0; id < types.length; id++) {
            if (types[id] == USER_DEFINED) {
                tokens.set(id, SentencePieces.spaced(tokens.get(id)));
            }
        }
    }

    int size() {
        return tokens.size();
    }

    String text(int id) {
        return tokens.get(id);
    }

    /** Whether merges of other tokens make it: bytes, marks and what users defined stand for themselves. */
    boolean isMerged(int id) {
        return types[id] == NORMAL || types[id] == UNUSED;
    }

    /** The id of the token in {@code role}: bos, eos, unknown, padding. */
    OptionalInt id(String role) {
        String key = "tokenizer.ggml." + role + "_token_id";
        if (!metadata.has(key) || metadata.integer(key) >= tokens.size()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(metadata.integer(key));
    }

    /** The id of each token. */
    JsonObject ids() {
        JsonObject ids = new JsonObject();
        for (int id = 0; id < tokens.size(); id++) {
            ids.addProperty(tokens.get(id), id);
        }
        return ids;
    }

    /** Tokens that are found in a text before it is cut up. */
    JsonArray added() {
        JsonArray added = new JsonArray();
        for (int id = 0; id < tokens.size(); id++) {
            if (types[id] == CONTROL || types[id] == UNKNOWN || types[id] == USER_DEFINED) {
                JsonObject token = new JsonObject();
                token.addProperty("id", id);
                token.addProperty("content", tokens.get(id));
                for (String flag : new String[] {"single_word", "lstrip", "rstrip", "normalized"}) {
                    token.addProperty(flag, false);
                }
                token.addProperty("special", types[id] != USER_DEFINED);
                added.add(token);
            }
        }
        return added;
    }
}
