package dev.specula.graphs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.specula.model.ModelLoadException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A JSON object whose values are asked for by key; complaints name the key and the file. */
final class JsonConfig {
    private final String source;
    private final JsonObject json;

    private JsonConfig(String source, JsonObject json) {
        this.source = source;
        this.json = json;
    }

    static JsonConfig parse(String source, String text) {
        try {
            return new JsonConfig(source, JsonParser.parseString(text).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException e) {
            throw new ModelLoadException(source + " must be a JSON object, but is not.", e);
        }
    }

    /** Whether the key is there and its value is not null. */
    boolean has(String key) {
        return json.has(key) && !json.get(key).isJsonNull();
    }

    int integer(String key) {
        return read(key, "a whole number", JsonElement::getAsInt);
    }

    int integer(String key, int otherwise) {
        return has(key) ? integer(key) : otherwise;
    }

    double number(String key) {
        return read(key, "a number", JsonElement::getAsDouble);
    }

    double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    String text(String key) {
        return read(key, "a text", JsonElement::getAsString);
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    boolean flag(String key) {
        return has(key) && read(key, "true or false", JsonElement::getAsBoolean);
    }

    /** One number or a list of numbers; empty if the key is missing. */
    int[] integers(String key) {
        if (!has(key)) {
            return new int[0];
        }
        return read(key, "a whole number or a list of them", value -> {
            JsonArray all = new JsonArray();
            if (value.isJsonArray()) {
                all.addAll(value.getAsJsonArray());
            } else {
                all.add(value);
            }
            return all.asList().stream().mapToInt(JsonElement::getAsInt).toArray();
        });
    }

    /** A list of numbers. */
    List<Double> numbers(String key) {
        return read(
                key,
                "a list of numbers",
                value -> value.getAsJsonArray().asList().stream()
                        .map(JsonElement::getAsDouble)
                        .toList());
    }

    /** A list of texts. */
    List<String> texts(String key) {
        return read(
                key,
                "a list of texts",
                value -> value.getAsJsonArray().asList().stream()
                        .map(JsonElement::getAsString)
                        .toList());
    }

    /** All keys, in their order. */
    Set<String> keys() {
        return json.keySet();
    }

    /** A number, text or flag as it is written. */
    String value(String key) {
        return read(key, "a single value", JsonElement::getAsString);
    }

    /** All values that are whole numbers, lists of them, or flags (0 or 1), by key; others are left out. */
    Map<String, List<Integer>> wholeNumbers() {
        Map<String, List<Integer>> all = new HashMap<>();
        for (String key : keys()) {
            JsonElement value = json.get(key);
            List<JsonElement> values =
                    value.isJsonArray() ? value.getAsJsonArray().asList() : List.of(value);
            if (values.stream().allMatch(JsonConfig::isWhole)) {
                all.put(key, values.stream().map(JsonConfig::whole).toList());
            }
        }
        return all;
    }

    private static boolean isWhole(JsonElement value) {
        if (!(value instanceof JsonPrimitive primitive)) {
            return false;
        }
        return primitive.isBoolean() || (primitive.isNumber() && primitive.getAsDouble() == primitive.getAsInt());
    }

    private static int whole(JsonElement value) {
        JsonPrimitive primitive = value.getAsJsonPrimitive();
        return primitive.isNumber() ? primitive.getAsInt() : primitive.getAsBoolean() ? 1 : 0;
    }

    JsonConfig section(String key) {
        return new JsonConfig(source + ", " + key, read(key, "an object", JsonElement::getAsJsonObject));
    }

    private <T> T read(String key, String required, Function<JsonElement, T> reader) {
        if (!has(key)) {
            throw new ModelLoadException("\"" + key + "\" is missing in " + source + ".");
        }
        try {
            return reader.apply(json.get(key));
        } catch (IllegalStateException | NumberFormatException | UnsupportedOperationException e) {
            throw new ModelLoadException(
                    "\"" + key + "\" in " + source + " must be " + required + ", but is " + json.get(key) + ".", e);
        }
    }

    /** Why a value is refused. */
    ModelLoadException refused(String key, String required, Object found) {
        return new ModelLoadException(
                "\"" + key + "\" in " + source + " must be " + required + ", but is " + found + ".");
    }
}
