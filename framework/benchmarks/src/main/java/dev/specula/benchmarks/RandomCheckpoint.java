package dev.specula.benchmarks;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** A checkpoint of random weights: times do not depend on what a model has learnt. */
public final class RandomCheckpoint {
    private final DecoderSize size;
    private final Map<String, int[]> shapes = new LinkedHashMap<>();

    private RandomCheckpoint(DecoderSize size) {
        this.size = size;
        shapes.put("model.embed_tokens.weight", new int[] {DecoderSize.VOCABULARY, size.width()});
        for (int layer = 0; layer < size.layers(); layer++) {
            addLayer("model.layers." + layer + ".");
        }
        shapes.put("model.norm.weight", new int[] {size.width()});
    }

    /** Writes the checkpoint into {@code directory} and returns its location. */
    public static String write(DecoderSize size, Path directory) throws IOException {
        RandomCheckpoint checkpoint = new RandomCheckpoint(size);
        Files.writeString(directory.resolve("config.json"), checkpoint.config().toString());
        Files.writeString(directory.resolve("tokenizer.json"), tokenizer().toString());
        checkpoint.writeWeights(directory.resolve("model.safetensors"));
        return "file:" + directory;
    }

    private void addLayer(String layer) {
        int width = size.width();
        shapes.put(layer + "self_attn.q_proj.weight", new int[] {width, width});
        shapes.put(layer + "self_attn.k_proj.weight", new int[] {size.keyWidth(), width});
        shapes.put(layer + "self_attn.v_proj.weight", new int[] {size.keyWidth(), width});
        shapes.put(layer + "self_attn.o_proj.weight", new int[] {width, width});
        shapes.put(layer + "mlp.gate_proj.weight", new int[] {size.intermediate(), width});
        shapes.put(layer + "mlp.up_proj.weight", new int[] {size.intermediate(), width});
        shapes.put(layer + "mlp.down_proj.weight", new int[] {width, size.intermediate()});
        shapes.put(layer + "input_layernorm.weight", new int[] {width});
        shapes.put(layer + "post_attention_layernorm.weight", new int[] {width});
    }

    private JsonObject config() {
        JsonObject json = new JsonObject();
        json.addProperty("model_type", "llama");
        json.addProperty("vocab_size", DecoderSize.VOCABULARY);
        json.addProperty("hidden_size", size.width());
        json.addProperty("intermediate_size", size.intermediate());
        json.addProperty("num_hidden_layers", size.layers());
        json.addProperty("num_attention_heads", size.heads());
        json.addProperty("num_key_value_heads", size.keyHeads());
        json.addProperty("max_position_embeddings", DecoderSize.CONTEXT);
        json.addProperty("rms_norm_eps", 1e-5);
        json.addProperty("tie_word_embeddings", true);
        return json;
    }

    /** One word per token. */
    private static JsonObject tokenizer() {
        JsonObject words = new JsonObject();
        for (int id = 0; id < DecoderSize.VOCABULARY; id++) {
            words.addProperty("w" + id, id);
        }
        JsonObject model = new JsonObject();
        model.addProperty("type", "WordLevel");
        model.add("vocab", words);
        model.addProperty("unk_token", "w0");
        JsonObject json = new JsonObject();
        json.add("model", model);
        return json;
    }

    private void writeWeights(Path file) throws IOException {
        JsonObject header = new JsonObject();
        long end = 0;
        for (Map.Entry<String, int[]> tensor : shapes.entrySet()) {
            JsonArray shape = new JsonArray();
            for (int dimension : tensor.getValue()) {
                shape.add(dimension);
            }
            JsonArray range = new JsonArray();
            range.add(end);
            end += 4L * count(tensor.getValue());
            range.add(end);
            JsonObject entry = new JsonObject();
            entry.addProperty("dtype", "F32");
            entry.add("shape", shape);
            entry.add("data_offsets", range);
            header.add(tensor.getKey(), entry);
        }
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(1);
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] length = new byte[Long.BYTES];
            ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length);
            out.write(length);
            out.write(text);
            for (int[] shape : shapes.values()) {
                out.write(values(shape, random));
            }
        }
    }

    /** Norms of one; matrices that keep the size of what they are multiplied with. */
    private static byte[] values(int[] shape, Random random) {
        byte[] bytes = new byte[4 * count(shape)];
        ByteBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (floats.hasRemaining()) {
            floats.putFloat(shape.length == 1 ? 1 : (float) (random.nextGaussian() / Math.sqrt(shape[1])));
        }
        return bytes;
    }

    private static int count(int[] shape) {
        return shape.length == 1 ? shape[0] : Math.multiplyExact(shape[0], shape[1]);
    }
}
