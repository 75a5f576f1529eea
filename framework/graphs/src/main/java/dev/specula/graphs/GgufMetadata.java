package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keys and values of a GGUF file. Arrays stay in the file until they are asked for. */
final class GgufMetadata {
    private static final int LEAST_BYTES = 13; // of a key and its value: a length, a type, a byte

    /** Where an array lies in the header. */
    private record StoredArray(GgufValueType type, int count, int begin) {}

    private final String file;
    private final ByteBuffer header;
    private final Map<String, Object> values;

    private GgufMetadata(String file, ByteBuffer header, Map<String, Object> values) {
        this.file = file;
        this.header = header;
        this.values = values;
    }

    /**
     * Reads {@code count} pairs.
     *
     * @param header the bytes that {@code in} goes through
     */
    static GgufMetadata read(String file, GgufCursor in, int count, ByteBuffer header) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String key = in.text("a key");
            GgufValueType type = GgufValueType.of(in.int32("the type of \"" + key + "\""), key);
            Object value = type == GgufValueType.ARRAY ? array(in, key) : type.read(in, key);
            if (values.put(key, value) != null) {
                throw new ModelLoadException(file + " must have each key once, but has \"" + key + "\" twice.");
            }
        }
        return new GgufMetadata(file, header, values);
    }

    /** Reads the number of pairs. */
    static int count(GgufCursor in) {
        return in.count("keys", LEAST_BYTES);
    }

    private static StoredArray array(GgufCursor in, String key) {
        GgufValueType type = GgufValueType.of(in.int32("the type of \"" + key + "\""), key);
        int count = in.count("elements of \"" + key + "\"", type.leastBytes);
        StoredArray array = new StoredArray(type, count, in.position());
        type.skip(in, count, key);
        return array;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        return value(key, "a text", value -> value instanceof String text ? text : null);
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    int integer(String key) {
        return value(
                key,
                "a whole number of 31 bits",
                value -> value instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE
                        ? (Integer) number.intValue()
                        : null);
    }

    int integer(String key, int otherwise) {
        return has(key) ? integer(key) : otherwise;
    }

    double number(String key) {
        return value(key, "a number", value -> value instanceof Number number ? (Double) number.doubleValue() : null);
    }

    double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    boolean flag(String key, boolean otherwise) {
        return has(key) ? value(key, "true or false", value -> value instanceof Boolean flag ? flag : null) : otherwise;
    }

    /** The texts of an array. */
    List<String> texts(String key) {
        return array(key, "an array of texts", value -> value instanceof String text ? text : null);
    }

    /** The whole numbers of an array. */
    int[] integers(String key) {
        List<Integer> all = array(
                key,
                "an array of whole numbers",
                value -> value instanceof Long number && number.intValue() == number
                        ? (Integer) number.intValue()
                        : null);
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The numbers of an array. */
    double[] numbers(String key) {
        List<Double> all = array(
                key,
                "an array of numbers",
                value -> value instanceof Number number ? (Double) number.doubleValue() : null);
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private <T> List<T> array(String key, String required, Function<Object, T> reader) {
        StoredArray array = value(key, required, value -> value instanceof StoredArray stored ? stored : null);
        GgufCursor in = new GgufCursor(
                file, header.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(array.begin()));
        List<T> all = new ArrayList<>(array.count());
        for (int i = 0; i < array.count(); i++) {
            all.add(checked(key, required, reader.apply(array.type().read(in, key))));
        }
        return all;
    }

    private <T> T value(String key, String required, Function<Object, T> reader) {
        Object value = values.get(key);
        if (value == null) {
            throw new ModelLoadException("\"" + key + "\" is missing in the metadata of " + file + ".");
        }
        return checked(key, required, reader.apply(value));
    }

    private <T> T checked(String key, String required, @Nullable T value) {
        if (value == null) {
            throw new ModelLoadException(
                    "\"" + key + "\" in the metadata of " + file + " must be " + required + ", but is not.");
        }
        return value;
    }
}
