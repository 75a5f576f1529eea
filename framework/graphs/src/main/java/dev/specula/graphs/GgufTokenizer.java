package dev.specula.graphs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.specula.graphs.tokenizer.TokenizerStep;
import dev.specula.model.ModelLoadException;
import java.util.Arrays;
import java.util.OptionalInt;

/** Writes tokenizer.json and tokenizer_config.json from the metadata of a GGUF file. */
final class GgufTokenizer {
    /** The key of what kind the vocabulary is of. */
    static final String KIND = "tokenizer.ggml.model";

    private static final String BYTE_PAIRS = "gpt2";
    private static final String WHOLE = "tokenizer.huggingface.json";
    private static final String MERGES = "tokenizer.ggml.merges";
    private static final String BESIDE = "put the tokenizer.json of the model beside the file.";

    private final GgufMetadata metadata;

    GgufTokenizer(GgufMetadata metadata) {
        this.metadata = metadata;
    }

    /** The tokenizer.json inside, if the file has one; else one from tokens, and their merges or scores. */
    String json() {
        if (metadata.has(WHOLE)) {
            return metadata.text(WHOLE);
        }
        String kind = metadata.text(KIND);
        GgufTokens tokens = GgufTokens.of(metadata);
        if (tokens.size() == 0) {
            throw new ModelLoadException(
                    "\"" + GgufTokens.KEY + "\" must list the tokens of the model, but lists none; " + BESIDE);
        }
        JsonObject json = switch (kind) {
            case BYTE_PAIRS -> bytePairs(tokens);
            case SentencePieces.KIND -> sentencePieces(tokens);
            default ->
                throw new ModelLoadException("\"" + KIND + "\" must be gpt2, which is byte-level BPE, or llama,"
                        + " which is SentencePiece's BPE, but is \"" + kind + "\"; " + BESIDE);
        };
        json.addProperty("version", "1.0");
        json.add("added_tokens", tokens.added());
        return json.toString();
    }

    private JsonObject bytePairs(GgufTokens tokens) {
        BytePairSplit split = BytePairSplit.of(metadata.text("tokenizer.ggml.pre", "default"));
        JsonObject model = TokenizerStep.typed("BPE");
        model.addProperty("ignore_merges", split.keepsWholeTokens());
        model.add("vocab", tokens.ids());
        JsonArray merges = new JsonArray();
        metadata.texts(MERGES).forEach(merges::add);
        model.add("merges", merges);
        JsonObject json = new JsonObject();
        json.add("normalizer", split.normalizer());
        json.add("pre_tokenizer", split.preTokenizer());
        json.add("decoder", BytePairSplit.byteLevel(true));
        json.add("model", model);
        addBegin(json, tokens, split.startsWithToken());
        return json;
    }

    private JsonObject sentencePieces(GgufTokens tokens) {
        SentencePieces pieces = new SentencePieces(metadata, tokens);
        JsonObject json = new JsonObject();
        json.add("normalizer", pieces.normalizer());
        json.add("decoder", pieces.decoder());
        json.add("model", pieces.model());
        addBegin(json, tokens, true);
        return json;
    }

    /** The token that texts begin with, if they do; {@code usually} counts where the file does not say. */
    private void addBegin(JsonObject json, GgufTokens tokens, boolean usually) {
        OptionalInt begin = tokens.id("bos");
        if (begin.isPresent() && metadata.flag("tokenizer.ggml.add_bos_token", usually)) {
            json.add("post_processor", TokenizerStep.begin(tokens.text(begin.getAsInt()), begin.getAsInt()));
        }
    }

    /** Chat template and special tokens. */
    String config() {
        JsonObject json = new JsonObject();
        if (metadata.has("tokenizer.chat_template")) {
            json.addProperty("chat_template", metadata.text("tokenizer.chat_template"));
        }
        GgufTokens tokens = GgufTokens.of(metadata);
        addToken(json, "bos_token", "bos", tokens);
        addToken(json, "eos_token", "eos", tokens);
        addToken(json, "unk_token", "unknown", tokens);
        addToken(json, "pad_token", "padding", tokens);
        return json.toString();
    }

    private static void addToken(JsonObject json, String name, String role, GgufTokens tokens) {
        tokens.id(role).ifPresent(id -> json.addProperty(name, tokens.text(id)));
    }

    /**
     * A tokenizer.json that lies beside the file, if its tokens are those of the file.
     *
     * @throws ModelLoadException naming the first token that differs
     */
    String checked(String json, String name) {
        GgufTokens stored = GgufTokens.of(metadata);
        if (stored.size() == 0) {
            return json;
        }
        String[] written = written(json, name, stored.size());
        for (int id = 0; id < stored.size(); id++) {
            // A padded id may have a name in one and none in the other.
            if (!written[id].isEmpty() && !isSame(written[id], stored.text(id))) {
                throw new ModelLoadException(name + " must be the tokenizer of the weights beside it, but token " + id
                        + " is \"" + written[id] + "\" in it and \"" + stored.text(id) + "\" in the weights.");
            }
        }
        return json;
    }

    /** Converters write the spaces of some SentencePiece tokens as such, and those of others as signs. */
    private boolean isSame(String written, String stored) {
        return written.equals(stored)
                || (metadata.text(KIND, "").equals(SentencePieces.KIND)
                        && SentencePieces.spaced(written).equals(SentencePieces.spaced(stored)));
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
