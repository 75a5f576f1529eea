package dev.specula.graphs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Writes checkpoints of random weights into a directory. */
final class CheckpointWriter {
    private final Map<String, float[]> values = new LinkedHashMap<>();
    private final Map<String, int[]> shapes = new LinkedHashMap<>();
    private final Random random = new Random(3);

    /** Adds a tensor of normal numbers, scaled so that products keep their size. */
    CheckpointWriter random(String name, int... shape) {
        int count = 1;
        for (int size : shape) {
            count *= size;
        }
        float[] all = new float[count];
        double scale = shape.length == 1 ? 0.3 : 1 / Math.sqrt(count / (double) shape[0]);
        for (int i = 0; i < count; i++) {
            all[i] = (float) (random.nextGaussian() * scale);
        }
        return add(name, all, shape);
    }

    CheckpointWriter add(String name, float[] all, int... shape) {
        values.put(name, all);
        shapes.put(name, shape);
        return this;
    }

    /** Adds the tensors of a decoder of one layer, 32 wide, two heads of 16, without biases. */
    CheckpointWriter decoder(String prefix, int vocabulary) {
        random(prefix + "embed_tokens.weight", vocabulary, 32);
        String layer = prefix + "layers.0.";
        for (String name : new String[] {"q_proj", "k_proj", "v_proj", "o_proj"}) {
            random(layer + "self_attn." + name + ".weight", 32, 32);
        }
        random(layer + "mlp.gate_proj.weight", 64, 32);
        random(layer + "mlp.up_proj.weight", 64, 32);
        random(layer + "mlp.down_proj.weight", 32, 64);
        random(layer + "input_layernorm.weight", 32);
        random(layer + "post_attention_layernorm.weight", 32);
        return random(prefix + "norm.weight", 32);
    }

    /** The config.json of {@link #decoder}. */
    static String decoderConfig(int vocabulary) {
        return """
                {"model_type": "llama", "vocab_size": %d, "hidden_size": 32, "intermediate_size": 64,
                 "num_hidden_layers": 1, "num_attention_heads": 2, "num_key_value_heads": 2,
                 "max_position_embeddings": 256, "rms_norm_eps": 1e-5, "tie_word_embeddings": true,
                 "eos_token_id": 3}""".formatted(vocabulary);
    }

    float[] values(String name) {
        return Objects.requireNonNull(values.get(name));
    }

    int[] shape(String name) {
        return Objects.requireNonNull(shapes.get(name));
    }

    /** Writes the checkpoint and returns its location. */
    String write(Path directory, String config) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("config.json"), config);
            Files.write(directory.resolve("model.safetensors"), safetensors());
            Files.copy(Fixture.directory("llama").resolve("tokenizer.json"), directory.resolve("tokenizer.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "file:" + directory;
    }

    private byte[] safetensors() {
        JsonObject header = new JsonObject();
        int end = 0;
        for (Map.Entry<String, float[]> entry : values.entrySet()) {
            JsonArray shape = new JsonArray();
            for (int size : shape(entry.getKey())) {
                shape.add(size);
            }
            JsonArray range = new JsonArray();
            range.add(end);
            end += entry.getValue().length * Float.BYTES;
            range.add(end);
            JsonObject tensor = new JsonObject();
            tensor.addProperty("dtype", "F32");
            tensor.add("shape", shape);
            tensor.add("data_offsets", range);
            header.add(entry.getKey(), tensor);
        }
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + text.length + end).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(text.length).put(text);
        values.values().forEach(all -> {
            for (float value : all) {
                file.putFloat(value);
            }
        });
        return file.array();
    }
}
