package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.specula.model.ModelLoadException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of a model, as its configuration has them; values that no model has are refused where they stand. */
class ModelPartsReaderTests {
    /** GPT-2 as its makers published it. */
    @Test
    void findsTensorsOfACheckpointThatWasSavedWithoutWhatSaysTokens() {
        CheckpointFolder folder = CheckpointFolder.at(Fixture.location("gpt2"));
        Weights whole = folder.weights().tensors();
        JsonConfig config = JsonConfig.parse("config.json", folder.text("config.json"));

        Weights found = ModelPartsReader.read(config, new PrefixedWeights(whole, "", "transformer."))
                .decoderWeights();

        for (String name : List.of("transformer.wte.weight", "transformer.h.0.attn.c_attn.weight")) {
            assertThat(found.read(name)).isEqualTo(whole.read(name));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "llava | vision_feature_layer | 9 | The layer of an encoder that is read must be between",
                "llava | vision_config.patch_size | 0 | must be between 1 and 1048576, but is 0",
                "llava | vision_config.image_size | 2000000000 | must be between 1 and 16384, but is 2000000000",
                "llava | vision_config.num_attention_heads | 7 | An encoder's rows must be a multiple of its 7 heads wide",
                "llava | vision_config.num_hidden_layers | 1 | config.json must describe all layers of the weights",
                "llava | vision_config.layer_norm_eps | -1 | must be greater than 0, but is -1.0",
                "llava | text_config.hidden_size | 4294967360 | must be a whole number of 32 bits",
                "smolvlm | scale_factor | 0 | must be between 1 and",
                "smolvlm | scale_factor | 4 | must be a divisor of",
                "whisper | max_source_positions | 2000000000 | must be a size of 31 bits",
                "whisper | max_source_positions | 700000 | must be between 1 and 1048576, but is 1400000",
                "gemma3 | sliding_window | 0 | must be between 1 and 2147483647, but is 0",
                "gemma3 | sliding_window_pattern | 0 | must be at least 1, but is 0",
                "gemma3 | layer_types | [\"full_attention\", \"full_attention\", \"chunked_attention\"] | [full_attention, full_attention, chunked_attention]",
                "gemma3 | final_logit_softcapping | -30 | must be at least 0, but is -30.0",
                "gemma3 | query_pre_attn_scalar | 0 | must be greater than 0, but is 0.0",
                "gemma3 | rope_local_base_freq | -1 | must be greater than 0, but is -1.0",
                "llama | rope_theta | 0 | must be greater than 0, but is 0.0",
                "llama | rope_theta | 1e999 | must be a number, but is 1e999",
                "llama | rms_norm_eps | 0 | must be greater than 0, but is 0.0",
                "llama | rope_scaling | {\"type\": \"linear\", \"factor\": 0} | must be greater than 0, but is 0.0",
                "llama | tie_word_embeddings | \"yes\" | must be true or false, but is \"yes\"",
                "llama | vocab_size | \"512\" | must be a whole number of 32 bits, but is \"512\"",
                "llama | head_dim | 16384 | \"model.layers.0.self_attn.q_proj.weight\" must have the shape [65536, 64]",
                "llama | num_key_value_heads | 1 | \"model.layers.0.self_attn.k_proj.weight\" must have the shape [16, 64]",
                "llama | vocab_size | 200000000 | \"model.embed_tokens.weight\" must have the shape [200000000, 64]",
                "llama | intermediate_size | 1000 | \"model.layers.0.mlp.gate_proj.weight\" must have the shape [1000, 64]",
                "llama | num_hidden_layers | [3] | must be a whole number of 32 bits, but is [3]",
                "llama-tied | rope_scaling.high_freq_factor | 0.5 | must be greater than low_freq_factor"
            })
    void refusesValuesThatNoModelHas(String fixture, String path, String value, String message) {
        CheckpointFolder folder = CheckpointFolder.at(Fixture.location(fixture));
        JsonObject json = JsonParser.parseString(folder.text("config.json")).getAsJsonObject();
        JsonObject section = json;
        String[] keys = path.split("\\.", -1);
        for (String key : Arrays.copyOf(keys, keys.length - 1)) {
            section = section.getAsJsonObject(key);
        }
        if (path.equals("sliding_window_pattern")) {
            json.remove("layer_types"); // counts before it
        }
        section.add(keys[keys.length - 1], JsonParser.parseString(value));
        JsonConfig config = JsonConfig.parse("config.json", json.toString());

        assertThatThrownBy(() -> ModelPartsReader.read(config, folder.weights().tensors()))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining(message);
    }
}
