package dev.specula.graphs.tokenizer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.specula.model.ModelLoadException;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * A tokenizer.json as far as the native library is known to read it. That library ends the whole process where a file is not what it
 * expects, so it is given parts of known types alone, whose fields are of the kinds that they must have, and texts no longer than
 * they can take. Other fields, truncation and padding are left out.
 */
public final class TokenizerFile {
    private static final int DEEPEST = 4; // sequences inside each other
    private static final int SHOWN = 100; // characters of a value that is refused
    private static final int MOST_CUT = 1000; // characters at the end of a text
    private static final Set<String> BEHAVIORS =
            Set.of("Removed", "Isolated", "MergedWithPrevious", "MergedWithNext", "Contiguous");
    private static final Set<String> SCHEMES = Set.of("always", "never", "first");
    private static final List<String> FLAGS = List.of("single_word", "lstrip", "rstrip", "normalized", "special");

    private static final String WORDS = // what the library looks for where it makes letters of bytes
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

    private final String name;
    private final JsonObject json;
    private final TextBound bound = new TextBound();

    /** Of {@code json}; {@code name} is what complaints call it. */
    public TokenizerFile(String name, JsonObject json) {
        this.name = name;
        this.json = json;
    }

    /**
     * What is known of it.
     *
     * @throws ModelLoadException if a part is of another type or a field of another kind
     */
    public String known() {
        JsonObject known = new JsonObject();
        known.addProperty("version", "1.0");
        known.add("added_tokens", addedTokens());
        for (TokenizerPart part : TokenizerPart.values()) {
            JsonElement found = json.get(part.key());
            if (found != null && !found.isJsonNull()) {
                known.add(part.key(), part(part, found, 0));
            }
        }
        return known.toString();
    }

    /** Characters of the longest text for what is {@link #known()}. */
    public int longestText() {
        return bound.characters();
    }

    private JsonArray addedTokens() {
        JsonArray tokens = new JsonArray();
        if (json.has("added_tokens")) {
            for (JsonElement each : json.getAsJsonArray("added_tokens")) {
                JsonObject token = new JsonObject();
                token.addProperty("id", number(each.getAsJsonObject().get("id")));
                token.addProperty("content", text(each.getAsJsonObject().get("content")));
                for (String flag : FLAGS) {
                    JsonElement value = each.getAsJsonObject().get(flag);
                    token.addProperty(flag, value != null && flag(value));
                }
                tokens.add(token);
            }
        }
        return tokens;
    }

    private JsonObject part(TokenizerPart part, JsonElement found, int depth) {
        JsonObject object = found.getAsJsonObject();
        String type = object.has("type") ? text(object.get("type")) : typeOfOld(part, object);
        String fields = part.types().get(type);
        if (fields == null || depth > DEEPEST) {
            throw new ModelLoadException("The " + part.key() + " of " + name + " must be of one of the types "
                    + part.types().keySet() + ", in sequences up to " + DEEPEST + " deep, but is of \"" + type
                    + "\" and " + depth + " deep.");
        }
        JsonObject known = TokenizerStep.typed(type);
        for (String field : fields.isEmpty() ? new String[0] : fields.split(", ", -1)) {
            String key = field.substring(0, field.indexOf(' '));
            String kind = field.substring(field.indexOf(' ') + 1);
            if (object.has(key) && !object.get(key).isJsonNull()) {
                known.add(key, field(part, kind, object.get(key), depth));
            }
        }
        switch (type) {
            case "Precompiled" -> checked(known, known.has("precompiled_charsmap"), "a map of characters");
            case "TemplateProcessing" -> requireMarks(known);
            case "BPE" -> requirePrefixes(known);
            default -> {}
        }
        if (part == TokenizerPart.NORMALIZER || part == TokenizerPart.PRE_TOKENIZER || type.equals("Replace")) {
            bounded(type + " in", () -> lengthen(type, known));
        }
        return known;
    }

    /** Tells the bound what the step {@code type} may make of a character (UAX #15 for the forms of Unicode). */
    private void lengthen(String type, JsonObject step) {
        switch (type) {
            case "NFC", "NFD", "Lowercase" -> bound.grow(4);
            case "BertNormalizer" -> bound.grow(4 * 3); // spaces around signs
            case "NFKC", "NFKD" -> bound.grow(18);
            case "Precompiled" ->
                bound.grow(Math.max(1, CharacterMap.longest(bytes(step.get("precompiled_charsmap")))));
            case "Prepend" -> bound.grow(1 + text(step.get("prepend")).length());
            case "Replace" -> bound.grow(1 + text(step.get("content")).length());
            case "Metaspace" -> bound.grow(2);
            case "ByteLevel" -> {
                if (!step.has("use_regex") || flag(step.get("use_regex"))) {
                    bound.search(WORDS);
                }
                bound.grow(3);
            }
            default -> {}
        }
    }

    private void bounded(String what, Runnable change) {
        try {
            change.run();
        } catch (IllegalArgumentException e) {
            throw new ModelLoadException(
                    what + " " + name + " " + e.getMessage() + "; rewrite it or take the tokenizer of another model.",
                    e);
        }
    }

    /** Files of old do not say what their model is. */
    private static String typeOfOld(TokenizerPart part, JsonObject model) {
        if (part != TokenizerPart.MODEL) {
            return "";
        }
        return model.has("merges")
                ? "BPE"
                : model.get("vocab").isJsonArray()
                        ? "Unigram"
                        : model.has("max_input_chars_per_word") ? "WordPiece" : "WordLevel";
    }

    private JsonElement field(TokenizerPart part, String kind, JsonElement value, int depth) {
        return switch (kind) {
            case "steps" -> {
                JsonArray steps = new JsonArray();
                value.getAsJsonArray().forEach(step -> steps.add(part(part, step, depth + 1)));
                yield steps;
            }
            case "flag" -> new JsonPrimitive(flag(value));
            case "text" -> new JsonPrimitive(text(value));
            case "letter" ->
                checked(value, text(value).codePointCount(0, text(value).length()) == 1, "one character");
            case "behavior" -> checked(value, BEHAVIORS.contains(text(value)), "one of " + BEHAVIORS);
            case "scheme" -> checked(value, SCHEMES.contains(text(value)), "one of " + SCHEMES);
            case "number" -> new JsonPrimitive(number(value));
            case "cut" -> checked(value, number(value) <= MOST_CUT, "at most " + MOST_CUT);
            case "nought" -> checked(value, value.getAsDouble() == 0, "0");
            case "pattern" -> pattern(value.getAsJsonObject());
            case "charsmap" -> checked(value, CharacterMap.isSound(bytes(value)), "a map of characters");
            case "token" -> token(value.getAsJsonArray());
            case "template" -> template(value.getAsJsonArray());
            case "specials" -> specials(value.getAsJsonObject());
            case "ids" -> ids(value.getAsJsonObject());
            case "scores" -> scores(value.getAsJsonArray());
            case "merges" -> merges(value.getAsJsonArray());
            default -> throw new IllegalStateException("There is no kind of field \"" + kind + "\".");
        };
    }

    private static boolean flag(JsonElement value) {
        if (!value.getAsJsonPrimitive().isBoolean()) {
            throw new IllegalStateException("neither true nor false");
        }
        return value.getAsBoolean();
    }

    private static String text(JsonElement value) {
        if (!value.getAsJsonPrimitive().isString()) {
            throw new IllegalStateException("no text");
        }
        return value.getAsString();
    }

    /** A whole number of 31 bits, from 0 on. */
    private static int number(JsonElement value) {
        double number = value.getAsJsonPrimitive().isNumber() ? value.getAsDouble() : -1;
        if (number != (int) number || number < 0) {
            throw new NumberFormatException("no whole number of 31 bits");
        }
        return (int) number;
    }

    private static byte[] bytes(JsonElement value) {
        return Base64.getDecoder().decode(text(value));
    }

    private JsonElement checked(JsonElement value, boolean holds, String required) {
        if (!holds) {
            throw new ModelLoadException(
                    "A value in " + name + " must be " + required + ", but is " + shown(value.toString()) + ".");
        }
        return value;
    }

    private static String shown(String value) {
        return value.substring(0, Math.min(SHOWN, value.length()));
    }

    /** A text that is looked for, or a regular expression. */
    private JsonObject pattern(JsonObject value) {
        JsonObject pattern = new JsonObject();
        String key = value.has("Regex") ? "Regex" : "String";
        String text = text(value.get(key));
        pattern.addProperty(key, text);
        if (key.equals("Regex")) {
            bounded("The regular expression " + shown(text) + " in", () -> bound.search(text));
        }
        return pattern;
    }

    /** A token and its id. */
    private static JsonArray token(JsonArray value) {
        JsonArray token = new JsonArray();
        token.add(text(value.get(0)));
        token.add(number(value.get(1)));
        return token;
    }

    /** What stands for a text, or for two: marks, and the texts. */
    private static JsonArray template(JsonArray value) {
        JsonArray template = new JsonArray();
        for (JsonElement each : value) {
            String kind = each.getAsJsonObject().has("Sequence") ? "Sequence" : "SpecialToken";
            JsonObject content = each.getAsJsonObject().getAsJsonObject(kind);
            JsonObject piece = new JsonObject();
            piece.addProperty("id", text(content.get("id")));
            piece.addProperty("type_id", number(content.get("type_id")));
            JsonObject known = new JsonObject();
            known.add(kind, piece);
            template.add(known);
        }
        return template;
    }

    private static JsonObject specials(JsonObject value) {
        JsonObject specials = new JsonObject();
        for (String token : value.keySet()) {
            JsonObject each = value.getAsJsonObject(token);
            JsonArray ids = new JsonArray();
            each.getAsJsonArray("ids").forEach(id -> ids.add(number(id)));
            JsonArray tokens = new JsonArray();
            each.getAsJsonArray("tokens").forEach(name -> tokens.add(text(name)));
            JsonObject known = new JsonObject();
            known.addProperty("id", text(each.get("id")));
            known.add("ids", ids);
            known.add("tokens", tokens);
            specials.add(token, known);
        }
        return specials;
    }

    /** Every mark of a template must be told of, and every text be the first or the second. */
    private void requireMarks(JsonObject processor) {
        JsonObject specials =
                processor.has("special_tokens") ? processor.getAsJsonObject("special_tokens") : new JsonObject();
        for (String template : List.of("single", "pair")) {
            for (JsonElement each : processor.has(template) ? processor.getAsJsonArray(template) : new JsonArray()) {
                boolean text = each.getAsJsonObject().has("Sequence");
                String id = text(each.getAsJsonObject()
                        .getAsJsonObject(text ? "Sequence" : "SpecialToken")
                        .get("id"));
                Set<String> texts = template.equals("single") ? Set.of("A") : Set.of("A", "B");
                checked(
                        each,
                        text ? texts.contains(id) : specials.has(id),
                        "of a text that is there or a mark told of");
            }
        }
        for (JsonElement each : specials.asMap().values()) {
            JsonObject mark = each.getAsJsonObject();
            int ids = mark.getAsJsonArray("ids").size();
            checked(mark, ids == mark.getAsJsonArray("tokens").size(), "as many ids as tokens");
        }
    }

    private static JsonObject ids(JsonObject value) {
        JsonObject ids = new JsonObject();
        value.entrySet().forEach(entry -> ids.addProperty(entry.getKey(), number(entry.getValue())));
        return ids;
    }

    private JsonArray scores(JsonArray value) {
        JsonArray scores = new JsonArray();
        for (JsonElement each : value) {
            JsonElement score = each.getAsJsonArray().get(1);
            checked(score, score.getAsJsonPrimitive().isNumber() && Math.abs(score.getAsDouble()) < 1e9, "a score");
            JsonArray pair = new JsonArray();
            pair.add(text(each.getAsJsonArray().get(0)));
            pair.add(score.getAsDouble());
            scores.add(pair);
        }
        return scores;
    }

    /** Pairs of tokens, or texts of two with a space between. */
    private static JsonArray merges(JsonArray value) {
        JsonArray merges = new JsonArray();
        for (JsonElement each : value) {
            if (each.isJsonArray()) {
                JsonArray pair = new JsonArray();
                pair.add(text(each.getAsJsonArray().get(0)));
                pair.add(text(each.getAsJsonArray().get(1)));
                merges.add(pair);
            } else {
                merges.add(text(each));
            }
        }
        return merges;
    }

    /** The library cuts the prefix of inner tokens off the second of a merge without a look at it. */
    private void requirePrefixes(JsonObject model) {
        String prefix = model.has("continuing_subword_prefix") ? text(model.get("continuing_subword_prefix")) : "";
        if (!prefix.isEmpty() && model.has("merges")) {
            for (JsonElement each : model.getAsJsonArray("merges")) {
                String second = each.isJsonArray()
                        ? text(each.getAsJsonArray().get(1))
                        : text(each).substring(text(each).indexOf(' ') + 1);
                checked(each, second.startsWith(prefix), "a merge whose second starts with \"" + prefix + "\"");
            }
        }
    }
}
