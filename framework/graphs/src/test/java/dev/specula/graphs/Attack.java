package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.sun.management.ThreadMXBean;
import dev.specula.model.ModelLoadException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Damages files in seeded ways, and holds those who read them to the documented exception and to a bound of memory. */
final class Attack {
    private static final long[] NUMBERS = {
        0,
        1,
        -1,
        0x7f,
        0xff,
        0x7fff,
        0xffff,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0xffffffffL,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        1L << 40,
        100_000_000
    };
    private static final int MOST_OF_A_KIND = 20; // tokens are many, and one is like the other
    private static final String[] VALUES = {
        "-1",
        "0",
        "1",
        "2",
        "3",
        "7",
        "16",
        "65536",
        "2147483647",
        "2147483648",
        "4294967298",
        "-2147483648",
        "1e308",
        "1e999",
        "1e999999999",
        "-1e30",
        "0.5",
        "1e-300",
        "null",
        "true",
        "false",
        "\"\"",
        "\"llama\"",
        "\"wide\"",
        "[]",
        "{}",
        "[[]]",
        "[1, 2, 3]",
        "[null]",
        "{\"a\": {\"b\": []}}",
        "\"\\ud800\"",
        "NaN",
        "-Infinity"
    };

    private static final List<String> MORE_KEYS = List.of(
            "general.alignment",
            "split.count",
            "llama.attention.head_count_kv",
            "llama.attention.key_length",
            "llama.rope.dimension_count",
            "llama.rope.freq_base",
            "llama.rope.scaling.type",
            "llama.rope.scaling.factor",
            "tokenizer.ggml.pre",
            "tokenizer.ggml.merges",
            "tokenizer.ggml.add_bos_token",
            "tokenizer.ggml.add_space_prefix",
            "tokenizer.ggml.unknown_token_id",
            "tokenizer.huggingface.json",
            "tokenizer.chat_template");

    private static final String[] TEXTS = {
        "",
        "a",
        "##",
        "\u2581",
        "<s>",
        "A",
        "B",
        "first",
        "always",
        "Sequence",
        "Isolated",
        "Strip",
        "(",
        "[^a]*",
        "\u00e9",
        "AAAA"
    };

    private final SplittableRandom random = new SplittableRandom(20261125);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * Has {@code count} damaged files read.
     *
     * @param bound bytes that the reading of one may allocate
     * @return how many were refused
     */
    <T> int on(int count, Supplier<T> damaged, Consumer<T> reader, long bound) {
        int refused = 0;
        for (int i = 0; i < count; i++) {
            T file = damaged.get();
            long before = threads.getCurrentThreadAllocatedBytes();
            refused += isRefused(file, reader) ? 1 : 0;
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            if (allocated >= bound) { // classes that a way loads the first time it is gone do not count
                before = threads.getCurrentThreadAllocatedBytes();
                isRefused(file, reader);
                allocated = threads.getCurrentThreadAllocatedBytes() - before;
            }
            assertThat(allocated).as("bytes allocated for file %d", i).isLessThan(bound);
        }
        return refused;
    }

    /** Bytes that the reading of {@code file} allocates. */
    <T> long allocated(T file, Consumer<T> reader) {
        reader.accept(file);
        long before = threads.getCurrentThreadAllocatedBytes();
        reader.accept(file);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static <T> boolean isRefused(T damaged, Consumer<T> reader) {
        try {
            reader.accept(damaged);
            return false;
        } catch (ModelLoadException expected) {
            return true;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            String shown = damaged instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(damaged);
            throw new AssertionError("A damaged file must be refused with the documented exception: " + shown, e);
        }
    }

    /** One to three changes: bits, bytes, numbers at the edges, pieces gone or twice, the end cut off. */
    byte[] damaged(byte[] whole) {
        byte[] bytes = whole.clone();
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> put(bytes, at, NUMBERS[random.nextInt(NUMBERS.length)]);
                case 3 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 4 -> bytes = spliced(bytes, at, random.nextInt(bytes.length));
                default -> bytes[at] = "0123456789[]{}\":,-.eE".getBytes(StandardCharsets.US_ASCII)[random.nextInt(21)];
            }
        }
        return bytes;
    }

    private void put(byte[] bytes, int at, long number) {
        int width = random.nextBoolean() ? Long.BYTES : Integer.BYTES;
        for (int i = 0; i < width && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (number >> (8 * i));
        }
    }

    /** What stands before {@code end}, then what stands from {@code begin} on. */
    private static byte[] spliced(byte[] bytes, int end, int begin) {
        byte[] all = Arrays.copyOf(bytes, end + bytes.length - begin + 1);
        System.arraycopy(bytes, begin, all, end, bytes.length - begin);
        return all;
    }

    /** One or two values in place of others anywhere in a JSON object, or what is left of its text. */
    String damaged(String json) {
        if (random.nextInt(4) == 0) {
            return new String(damaged(json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        }
        JsonObject root = JsonParser.parseString(json).getAsJsonObject();
        for (int change = random.nextInt(2); change >= 0; change--) {
            List<Runnable> places = new ArrayList<>();
            collect(root, places);
            if (!places.isEmpty()) {
                places.get(random.nextInt(places.size())).run();
            }
        }
        return root.toString();
    }

    /** A small model with one or two values of its metadata changed, also in kind, or gone. */
    byte[] damagedMetadata() {
        GgufBytes bytes = GgufBytes.decoder();
        for (int change = random.nextInt(2); change >= 0; change--) {
            List<String> keys = new ArrayList<>(bytes.keys());
            keys.addAll(MORE_KEYS);
            String key = keys.get(random.nextInt(keys.size()));
            int number = (int) NUMBERS[random.nextInt(NUMBERS.length)];
            switch (random.nextInt(8)) {
                case 0 -> bytes.without(key);
                case 1 -> bytes.text(key, "\u2581".repeat(random.nextInt(4)));
                case 2 -> bytes.number(key, Float.intBitsToFloat(random.nextInt()));
                case 3 -> bytes.flag(key, random.nextBoolean());
                case 4 -> bytes.texts(key, List.of("a", "", "a", "a b", "\u2581a", "ab", "aba", "abab"));
                case 5 -> bytes.integers(key, number, 0, 1, -1, 6, number, 4, 4);
                case 6 -> bytes.numbers(key, Float.NaN, 0, -0f, Float.POSITIVE_INFINITY, 1, 1, 1, 1);
                default -> bytes.integer(key, number);
            }
        }
        return random.nextInt(10) == 0 ? damaged(bytes.bytes()) : bytes.bytes();
    }

    /** All ways to change one value inside {@code json}. */
    private void collect(JsonElement json, List<Runnable> places) {
        if (json instanceof JsonObject object) {
            for (String key : object.keySet().stream().limit(MOST_OF_A_KIND).toList()) {
                places.add(() -> {
                    if (random.nextInt(8) == 0) {
                        object.remove(key);
                    } else {
                        object.add(key, value(object.get(key), object));
                    }
                });
                collect(object.get(key), places);
            }
        } else if (json instanceof JsonArray array) {
            for (int i = 0; i < Math.min(array.size(), MOST_OF_A_KIND); i++) {
                int index = i;
                places.add(() -> array.set(index, value(array.get(index), array)));
                collect(array.get(i), places);
            }
        }
    }

    private JsonElement value(JsonElement old, JsonElement around) {
        if (old instanceof JsonPrimitive primitive && random.nextBoolean()) {
            return primitive.isBoolean()
                    ? new JsonPrimitive(!primitive.getAsBoolean())
                    : primitive.isString()
                            ? new JsonPrimitive(TEXTS[random.nextInt(TEXTS.length)])
                            : new JsonPrimitive(random.nextInt(4) * random.nextInt(300));
        }
        int kind = random.nextInt(VALUES.length + 3);
        if (kind < VALUES.length) {
            return JsonParser.parseString(VALUES[kind]);
        }
        if (kind == VALUES.length) {
            return around.deepCopy();
        }
        return kind == VALUES.length + 1 ? nested(200) : JsonNull.INSTANCE;
    }

    private static JsonElement nested(int depth) {
        JsonArray outer = new JsonArray();
        JsonArray inner = outer;
        for (int i = 0; i < depth; i++) {
            JsonArray next = new JsonArray();
            inner.add(next);
            inner = next;
        }
        return outer;
    }
}
