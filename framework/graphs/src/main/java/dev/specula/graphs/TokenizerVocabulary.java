package dev.specula.graphs;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.specula.graphs.tokenizer.TokenizerFile;
import dev.specula.model.ModelLoadException;
import dev.specula.model.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The tokens of a {@code tokenizer.json}. */
final class TokenizerVocabulary implements Vocabulary {
    // The library cuts texts at 512 tokens and adds special ones unless told otherwise.
    private static final Map<String, String> WHOLE_TEXTS =
            Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false");

    private static final int ADDED = 4096; // tokens without a row, at most: marks of media that rows take the place of

    private final HuggingFaceTokenizer tokenizer;
    private final Map<String, Integer> ids;
    private final String[] tokens; // (size,) by id; empty where no token has the id
    private final int longestText; // characters

    private TokenizerVocabulary(HuggingFaceTokenizer tokenizer, Map<String, Integer> ids, int longestText) {
        this.tokenizer = tokenizer;
        this.longestText = longestText;
        this.ids = ids;
        int size = 1 + ids.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
        this.tokens = new String[size];
        Arrays.fill(tokens, "");
        ids.forEach((token, id) -> tokens[id] = token);
    }

    /**
     * That of {@code folder}, for weights of {@code rows} tokens.
     *
     * @throws ModelLoadException if there is none, or it is that of other weights: added tokens alone may have no row
     */
    static TokenizerVocabulary of(CheckpointFolder folder, int rows) {
        if (!folder.has("tokenizer.json")) {
            throw new ModelLoadException("tokenizer.json is missing in \"" + folder.location()
                    + "\"; a model that another program cached in part is completed by " + PublishedModels.GOAL + ".");
        }
        String json = folder.text("tokenizer.json");
        try {
            JsonObject parsed = JsonParser.parseString(json).getAsJsonObject();
            requireRows(folder, vocabulary(parsed), rows);
            Map<String, Integer> ids = ids(parsed);
            requireRows(folder, ids, rows + ADDED);
            TokenizerFile file = new TokenizerFile("tokenizer.json of \"" + folder.location() + "\"", parsed);
            ByteArrayInputStream in = new ByteArrayInputStream(file.known().getBytes(StandardCharsets.UTF_8));
            return new TokenizerVocabulary(HuggingFaceTokenizer.newInstance(in, WHOLE_TEXTS), ids, file.longestText());
        } catch (ModelLoadException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // the library says with any of them that it cannot read the file
            throw new ModelLoadException("tokenizer.json of \"" + folder.location() + "\" cannot be read.", e);
        }
    }

    private static void requireRows(CheckpointFolder folder, Map<String, Integer> ids, int rows) {
        ids.forEach((token, id) -> {
            if (id < 0 || id >= rows) {
                throw new ModelLoadException("tokenizer.json of \"" + folder.location()
                        + "\" must be that of the weights, which have " + rows + " tokens, but \"" + token
                        + "\" has the id " + id + "; take both from the same model.");
            }
        });
    }

    /** The ids of all tokens. */
    static Map<String, Integer> ids(JsonObject json) {
        Map<String, Integer> ids = vocabulary(json);
        if (json.has("added_tokens")) {
            for (JsonElement added : json.getAsJsonArray("added_tokens")) {
                JsonObject token = added.getAsJsonObject();
                ids.put(token.get("content").getAsString(), token.get("id").getAsInt());
            }
        }
        return ids;
    }

    /** The ids of the tokens that texts are cut into. */
    private static Map<String, Integer> vocabulary(JsonObject json) {
        Map<String, Integer> ids = new HashMap<>();
        JsonElement vocabulary = json.getAsJsonObject("model").get("vocab");
        if (vocabulary.isJsonObject()) {
            vocabulary
                    .getAsJsonObject()
                    .entrySet()
                    .forEach(entry -> ids.put(entry.getKey(), entry.getValue().getAsInt()));
        } else { // unigram models list pairs of token and score
            for (JsonElement pair : vocabulary.getAsJsonArray()) {
                ids.putIfAbsent(pair.getAsJsonArray().get(0).getAsString(), ids.size());
            }
        }
        return ids;
    }

    @Override
    public int size() {
        return tokens.length;
    }

    @Override
    public String token(int id) {
        return tokens[id];
    }

    @Override
    public OptionalInt id(String token) {
        Integer id = ids.get(token);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    @Override
    public OptionalInt begin() {
        int[] around = cut("", true);
        return around.length == 0 ? OptionalInt.empty() : OptionalInt.of(around[0]);
    }

    @Override
    public int[] encode(String text) {
        return cut(text, false);
    }

    private int[] cut(String text, boolean marked) {
        if (text.length() > longestText) {
            throw new IllegalArgumentException("A text must have at most " + longestText
                    + " characters to be cut into tokens," + " but has " + text.length() + "; shorten it.");
        }
        try {
            return Arrays.stream(tokenizer.encode(text, marked, false).getIds())
                    .mapToInt(Math::toIntExact)
                    .toArray();
        } catch (RuntimeException e) { // the library says with any that the tokenizer has no token for a part of it
            throw new ModelLoadException(
                    "The tokenizer must have a token for every part of a text, but has none for one in" + " a text of "
                            + text.length() + " characters: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public String decode(int... ids) {
        return tokenizer.decode(Arrays.stream(ids).asLongStream().toArray(), true);
    }
}
