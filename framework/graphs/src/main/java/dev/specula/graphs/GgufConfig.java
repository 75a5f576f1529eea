package dev.specula.graphs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.specula.model.ModelLoadException;
import java.util.Set;

/** Writes config.json from the metadata of a GGUF file. */
final class GgufConfig {
    private static final Set<String> KNOWN = Set.of("llama", "qwen2", "qwen3");

    private final GgufFile file;
    private final GgufMetadata metadata;
    private final String architecture;

    GgufConfig(GgufFile file) {
        this.file = file;
        this.metadata = file.metadata();
        this.architecture = metadata.text("general.architecture");
        if (!KNOWN.contains(architecture)) {
            throw new ModelLoadException(
                    "\"general.architecture\" of a GGUF file must be one of llama, qwen2, qwen3, but is" + " \""
                            + architecture + "\"; use the model's safetensors.");
        }
        int files = metadata.integer("split.count", 1);
        if (files > 1) {
            throw new ModelLoadException("A GGUF model must be one file, but this is one of " + files
                    + "; join them, for example with llama-gguf-split --merge.");
        }
    }

    String json() {
        int hidden = integer("embedding_length");
        int heads = integer("attention.head_count");
        JsonObject json = new JsonObject();
        json.addProperty("model_type", architecture);
        json.addProperty("vocab_size", vocabulary());
        json.addProperty("hidden_size", hidden);
        json.addProperty("intermediate_size", integer("feed_forward_length"));
        json.addProperty("num_hidden_layers", integer("block_count"));
        json.addProperty("num_attention_heads", heads);
        json.addProperty("num_key_value_heads", metadata.integer(key("attention.head_count_kv"), heads));
        json.addProperty("head_dim", headSize(hidden, heads));
        json.addProperty("max_position_embeddings", integer("context_length"));
        // A 32-bit float in the file; its shortest decimal reads back as the same.
        json.addProperty("rms_norm_eps", (float) metadata.number(key("attention.layer_norm_rms_epsilon")));
        json.addProperty("rope_theta", metadata.number(key("rope.freq_base"), Rope.USUAL_BASE));
        json.addProperty("tie_word_embeddings", !file.names().contains("output.weight"));
        json.addProperty("attention_bias", file.names().contains("blk.0.attn_output.bias"));
        json.addProperty("mlp_bias", file.names().contains("blk.0.ffn_down.bias"));
        addScaling(json);
        for (String role : new String[] {"bos", "eos"}) {
            String id = "tokenizer.ggml." + role + "_token_id";
            if (metadata.has(id)) {
                json.addProperty(role + "_token_id", metadata.integer(id));
            }
        }
        return json.toString();
    }

    private int vocabulary() {
        int[] shape = file.shape("token_embd.weight");
        if (shape.length != 2) {
            throw new ModelLoadException(
                    "Tensor \"token_embd.weight\" must have 2 dimensions, but has " + shape.length + ".");
        }
        return shape[0];
    }

    private int headSize(int hidden, int heads) {
        String rotatedKey = key("rope.dimension_count");
        int size = metadata.integer(
                key("attention.key_length"), metadata.integer(rotatedKey, hidden / Math.max(1, heads)));
        int rotated = metadata.integer(rotatedKey, size);
        if (rotated != size) {
            throw new ModelLoadException("\"" + rotatedKey + "\" must be the size of a head, " + size + ", but is "
                    + rotated + ": heads that are rotated in part are not supported.");
        }
        return size;
    }

    /** Llama 3's scaling is stored as a divisor for each pair, others by name; a factor without one is of the linear kind. */
    private void addScaling(JsonObject json) {
        double factor = metadata.number(
                key("rope.scaling.factor"), metadata.number(key("rope.scale_linear"), 1)); // the second: old files
        String type = metadata.text(key("rope.scaling.type"), factor == 1 ? "none" : "linear");
        JsonObject scaling = new JsonObject();
        if (file.names().contains("rope_freqs.weight")) {
            scaling.addProperty("rope_type", "divisors");
            JsonArray divisors = new JsonArray();
            for (float divisor : file.read("rope_freqs.weight")) {
                divisors.add(divisor);
            }
            scaling.add("divisors", divisors);
        } else if (!type.equals("none")) {
            scaling.addProperty("rope_type", type);
            scaling.addProperty("factor", factor);
        } else {
            return;
        }
        json.add("rope_scaling", scaling);
    }

    private int integer(String name) {
        return metadata.integer(key(name));
    }

    private String key(String name) {
        return architecture + "." + name;
    }
}
