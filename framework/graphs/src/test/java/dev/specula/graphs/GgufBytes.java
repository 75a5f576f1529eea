package dev.specula.graphs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small GGUF files, right ones and wrong ones. */
final class GgufBytes {
    private final Map<String, byte[]> keys = new LinkedHashMap<>(); // type and value
    private final ByteArrayOutputStream tensors = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private long tensorCount;

    /** A model of one block, 32 wide, two heads of 16, of 8 tokens in SentencePiece's way. */
    static GgufBytes decoder() {
        GgufBytes bytes = new GgufBytes()
                .text("general.architecture", "llama")
                .integer("llama.block_count", 1)
                .integer("llama.context_length", 64)
                .integer("llama.embedding_length", 32)
                .integer("llama.feed_forward_length", 64)
                .integer("llama.attention.head_count", 2)
                .number("llama.attention.layer_norm_rms_epsilon", 1e-5f)
                .text("tokenizer.ggml.model", "llama")
                .texts("tokenizer.ggml.tokens", List.of("<unk>", "<s>", "</s>", "\u2581", "a", "b", "ab", "\u2581ab"))
                .numbers("tokenizer.ggml.scores", 0, 0, 0, -3, -4, -5, -1, -2)
                .integers("tokenizer.ggml.token_type", 2, 3, 3, 1, 1, 1, 1, 1)
                .integer("tokenizer.ggml.bos_token_id", 1)
                .integer("tokenizer.ggml.eos_token_id", 2)
                .floats("token_embd.weight", new float[8 * 32], 32, 8)
                .floats("output_norm.weight", new float[32], 32);
        for (String name : List.of("attn_q", "attn_k", "attn_v", "attn_output")) {
            bytes.floats("blk.0." + name + ".weight", new float[32 * 32], 32, 32);
        }
        return bytes.floats("blk.0.attn_norm.weight", new float[32], 32)
                .floats("blk.0.ffn_norm.weight", new float[32], 32)
                .floats("blk.0.ffn_gate.weight", new float[32 * 64], 32, 64)
                .floats("blk.0.ffn_up.weight", new float[32 * 64], 32, 64)
                .floats("blk.0.ffn_down.weight", new float[32 * 64], 64, 32);
    }

    List<String> keys() {
        return List.copyOf(keys.keySet());
    }

    GgufBytes without(String key) {
        keys.remove(key);
        return this;
    }

    GgufBytes flag(String key, boolean value) {
        return key(key, 7, new byte[] {(byte) (value ? 1 : 0)});
    }

    GgufBytes integer(String key, int value) {
        return key(key, 4, little(4).putInt(value).array());
    }

    GgufBytes number(String key, float value) {
        return key(key, 6, little(4).putFloat(value).array());
    }

    GgufBytes text(String key, String value) {
        return key(key, 8, text(value));
    }

    GgufBytes texts(String key, List<String> values) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(little(12).putInt(8).putLong(values.size()).array());
        values.forEach(value -> all.writeBytes(text(value)));
        return key(key, 9, all.toByteArray());
    }

    GgufBytes numbers(String key, float... values) {
        ByteBuffer all = little(12 + 4 * values.length);
        all.putInt(6).putLong(values.length);
        for (float value : values) {
            all.putFloat(value);
        }
        return array(key, all);
    }

    GgufBytes integers(String key, int... values) {
        ByteBuffer all = little(12 + 4 * values.length);
        all.putInt(5).putLong(values.length);
        for (int value : values) {
            all.putInt(value);
        }
        return array(key, all);
    }

    private GgufBytes array(String key, ByteBuffer elements) {
        byte[] bytes = new byte[elements.position()];
        elements.flip().get(bytes);
        return key(key, 9, bytes);
    }

    /** Adds a key, or has it hold another value. */
    GgufBytes key(String key, int type, byte[] value) {
        keys.put(key, little(4 + value.length).putInt(type).put(value).array());
        return this;
    }

    /** Adds a tensor of 32-bit floats; sizes as the file has them, the fastest first. */
    GgufBytes floats(String name, float[] values, long... sizes) {
        byte[] bytes = new byte[values.length * Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
        return tensor(name, 0, bytes, sizes);
    }

    GgufBytes tensor(String name, int type, byte[] blocks, long... sizes) {
        long offset = data.size();
        data.writeBytes(blocks);
        data.writeBytes(new byte[(32 - data.size() % 32) % 32]);
        return entry(name, type, offset, sizes);
    }

    /** Adds an entry without data. */
    GgufBytes entry(String name, int type, long offset, long... sizes) {
        tensorCount++;
        tensors.writeBytes(text(name));
        tensors.writeBytes(little(4).putInt(sizes.length).array());
        for (long size : sizes) {
            tensors.writeBytes(little(8).putLong(size).array());
        }
        tensors.writeBytes(little(12).putInt(type).putLong(offset).array());
        return this;
    }

    /** The file. */
    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(little(24)
                .putInt(GgufFile.MAGIC)
                .putInt(3)
                .putLong(tensorCount)
                .putLong(keys.size())
                .array());
        keys.forEach((key, value) -> {
            all.writeBytes(text(key));
            all.writeBytes(value);
        });
        all.writeBytes(tensors.toByteArray());
        all.writeBytes(new byte[(32 - all.size() % 32) % 32]);
        all.writeBytes(data.toByteArray());
        return all.toByteArray();
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return little(8 + bytes.length).putLong(bytes.length).put(bytes).array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
