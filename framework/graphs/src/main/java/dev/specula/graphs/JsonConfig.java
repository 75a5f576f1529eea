package dev.specula.graphs;

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
        return read(key, "a whole number of 32 bits", JsonConfig::whole);
    }

    int integer(String key, int otherwise) {
        return has(key) ? integer(key) : otherwise;
    }

    /** A whole number between 1 and {@code most}. */
    int size(String key, int most) {
        int size = integer(key);
        if (size < 1 || size > most) {
            throw refused(key, "between 1 and " + most, size);
        }
        return size;
    }

    double number(String key) {
        return read(key, "a number", JsonConfig::finite);
    }

    double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    /** A number that is greater than 0. */
    double positive(String key) {
        double number = number(key);
        if (number <= 0) {
            throw refused(key, "greater than 0", number);
        }
        return number;
    }

    String text(String key) {
        return read(key, "a text", JsonConfig::single);
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    boolean flag(String key) {
        return has(key) && read(key, "true or false", JsonConfig::truth);
    }

    /** One number or a list of numbers; empty if the key is missing. */
    int[] integers(String key) {
        if (!has(key)) {
            return new int[0];
        }
        return read(
                key,
                "a whole number of 32 bits or a list of them",
                value -> elements(value).stream().mapToInt(JsonConfig::whole).toArray());
    }

    /** A list of numbers. */
    List<Double> numbers(String key) {
        return read(
                key,
                "a list of numbers",
                value -> value.getAsJsonArray().asList().stream()
                        .map(JsonConfig::finite)
                        .toList());
    }

    /** A list of texts. */
    List<String> texts(String key) {
        return read(
                key,
                "a list of texts",
                value -> value.getAsJsonArray().asList().stream()
                        .map(JsonConfig::single)
                        .toList());
    }

    /** All keys, in their order. */
    Set<String> keys() {
        return json.keySet();
    }

    /** A number, text or flag as it is written. */
    String value(String key) {
        return read(key, "a single value", JsonConfig::single);
    }

    /** All values that are whole numbers, lists of them, or flags (0 or 1), by key; others are left out. */
    Map<String, List<Integer>> wholeNumbers() {
        Map<String, List<Integer>> all = new HashMap<>();
        for (String key : keys()) {
            List<JsonElement> values = elements(json.get(key));
            if (values.stream().allMatch(JsonConfig::isWholeOrTruth)) {
                all.put(key, values.stream().map(JsonConfig::wholeOrTruth).toList());
            }
        }
        return all;
    }

    private static List<JsonElement> elements(JsonElement value) {
        return value.isJsonArray() ? value.getAsJsonArray().asList() : List.of(value);
    }

    private static boolean isWholeOrTruth(JsonElement value) {
        return value instanceof JsonPrimitive primitive
                && (primitive.isBoolean() || (primitive.isNumber() && isWhole(primitive.getAsDouble())));
    }

    private static int wholeOrTruth(JsonElement value) {
        JsonPrimitive primitive = value.getAsJsonPrimitive();
        return primitive.isNumber() ? whole(value) : primitive.getAsBoolean() ? 1 : 0;
    }

    private static boolean isWhole(double number) {
        return number == (int) number;
    }

    // The library takes texts for numbers, cuts off fractions and higher bits, and knows nothing but "true" as true.

    private static int whole(JsonElement value) {
        double number = finite(value);
        if (!isWhole(number)) {
            throw new NumberFormatException("not whole");
        }
        return (int) number;
    }

    private static double finite(JsonElement value) {
        if (!value.getAsJsonPrimitive().isNumber() || !Double.isFinite(value.getAsDouble())) {
            throw new NumberFormatException("not a number");
        }
        return value.getAsDouble();
    }

    private static boolean truth(JsonElement value) {
        if (!value.getAsJsonPrimitive().isBoolean()) {
            throw new IllegalStateException("neither true nor false");
        }
        return value.getAsBoolean();
    }

    private static String single(JsonElement value) {
        return value.getAsJsonPrimitive().getAsString();
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
