package dev.specula.graphs.tokenizer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Steps of a tokenizer.json, which all have a type. */
public final class TokenizerStep {
    private TokenizerStep() {}

    /** One of which nothing but its type is known yet. */
    public static JsonObject typed(String type) {
        JsonObject json = new JsonObject();
        json.addProperty("type", type);
        return json;
    }

    /** Steps one after the other; {@code key} is what their kind calls a list of them. */
    public static JsonObject sequence(String key, JsonObject... steps) {
        JsonArray all = new JsonArray();
        for (JsonObject step : steps) {
            all.add(step);
        }
        JsonObject json = typed("Sequence");
        json.add(key, all);
        return json;
    }

    /** Writes {@code content} wherever {@code text} stands. */
    public static JsonObject replace(String text, String content) {
        JsonObject pattern = new JsonObject();
        pattern.addProperty("String", text);
        JsonObject json = typed("Replace");
        json.add("pattern", pattern);
        json.addProperty("content", content);
        return json;
    }

    /** Puts {@code token} before every text that is to have special tokens. */
    public static JsonObject begin(String token, int id) {
        JsonArray ids = new JsonArray();
        ids.add(id);
        JsonArray tokens = new JsonArray();
        tokens.add(token);
        JsonObject special = new JsonObject();
        special.addProperty("id", token);
        special.add("ids", ids);
        special.add("tokens", tokens);
        JsonObject specials = new JsonObject();
        specials.add(token, special);
        JsonObject json = typed("TemplateProcessing");
        json.add("single", parts(part("SpecialToken", token), part("Sequence", "A")));
        json.add("pair", parts(part("SpecialToken", token), part("Sequence", "A"), part("Sequence", "B")));
        json.add("special_tokens", specials);
        return json;
    }

    private static JsonObject part(String kind, String id) {
        JsonObject content = new JsonObject();
        content.addProperty("id", id);
        content.addProperty("type_id", 0);
        JsonObject json = new JsonObject();
        json.add(kind, content);
        return json;
    }

    private static JsonArray parts(JsonObject... parts) {
        JsonArray all = new JsonArray();
        for (JsonObject part : parts) {
            all.add(part);
        }
        return all;
    }
}
