package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.model.ModelLoadException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations of published models, which leave out what is their families' default. */
class ModelPartsReaderTests {
    /** As of LLaVA 1.5 with 7 billion weights. */
    private static final String LLAVA = """
            {"model_type": "llava", "image_token_index": 32000, "projector_hidden_act": "gelu",
             "text_config": {"max_position_embeddings": 4096, "model_type": "llama", "rms_norm_eps": 1e-05, "vocab_size": 32064},
             "tie_word_embeddings": false,
             "vision_config": {"hidden_size": 1024, "image_size": 336, "intermediate_size": 4096, "model_type": "clip_vision_model",
                               "num_attention_heads": 16, "num_hidden_layers": 24, "patch_size": 14, "projection_dim": 768},
             "vision_feature_layer": -2, "vision_feature_select_strategy": "default"}""";

    /** As of models that have SigLIP in CLIP's place. */
    private static final String SIGLIP = """
            {"model_type": "llava", "text_config": {"model_type": "qwen2", "hidden_size": 1024, "intermediate_size": 2816,
                                                    "num_attention_heads": 16, "num_hidden_layers": 24, "vocab_size": 152000},
             "vision_config": {"hidden_size": 1152, "image_size": 384, "intermediate_size": 4304, "model_type": "siglip_vision_model",
                               "num_attention_heads": 16, "num_hidden_layers": 26, "patch_size": 14, "vision_use_head": false},
             "vision_feature_layer": -1, "vision_feature_select_strategy": "full"}""";

    /** As of SmolVLM with 256 million weights, which says that it is an Idefics 3. */
    private static final String IDEFICS = """
            {"model_type": "idefics3", "scale_factor": 4,
             "text_config": {"model_type": "llama", "hidden_size": 576, "intermediate_size": 1536, "num_attention_heads": 9,
                             "num_hidden_layers": 30, "num_key_value_heads": 3, "head_dim": 64, "max_position_embeddings": 8192,
                             "rms_norm_eps": 1e-05, "vocab_size": 49280},
             "vision_config": {"hidden_size": 768, "image_size": 512, "model_type": "idefics3", "num_attention_heads": 12,
                               "patch_size": 16}}""";

    @Test
    void areOfTheSizesOfTheirFamilyWhereTheySayNone() {
        DecoderConfig.Sizes text = read(LLAVA).decoder().sizes();
        EncoderConfig vision = encoder(IDEFICS).config();

        assertThat(text).isEqualTo(new DecoderConfig.Sizes(32_064, 4096, 11_008, 32, 32, 32, 128, 4096, 0));
        assertThat(vision.sizes()).isEqualTo(new EncoderConfig.Sizes(768, 3072, 12));
        assertThat(vision.blocks()).isEqualTo(12);
    }

    @Test
    void giveAsManyRowsAsTheirPromptsHavePlacesFor() {
        assertThat(rows(LLAVA)).isEqualTo(24 * 24);
        assertThat(rows(SIGLIP)).isEqualTo(27 * 27); // of 384 pixels 6 are left beside patches of 14
        assertThat(rows(IDEFICS)).isEqualTo(8 * 8);
    }

    /** The reference drops whatever row is the first, of an encoder without a class token as well. */
    @ParameterizedTest
    @CsvSource({"default, 728", "full, 729"})
    void dropTheFirstRowWhereTheyAreToldTo(String strategy, int rows) {
        assertThat(rows(SIGLIP.replace("\"full\"", "\"" + strategy + "\""))).isEqualTo(rows);
    }

    @Test
    void refuseAWayToChooseRowsThatIsNone() {
        assertThatThrownBy(() -> read(LLAVA.replace("\"default\"", "\"cls_patch\"")))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage("\"vision_feature_select_strategy\" in config.json must be \"default\" or \"full\", but is"
                        + " \"cls_patch\".");
    }

    private static int rows(String config) {
        ModelParts.Encoder encoder = encoder(config);
        return encoder.bridge().rows(encoder.config());
    }

    private static ModelParts.Encoder encoder(String config) {
        return Objects.requireNonNull(read(config).encoder());
    }

    private static ModelParts read(String config) {
        Weights none = new NoWeights();
        return ModelPartsReader.read(JsonConfig.parse("config.json", config), none);
    }

    /** A configuration is read before any tensor is. */
    private record NoWeights() implements Weights {
        @Override
        public boolean has(String name) {
            return false;
        }

        @Override
        public int[] shape(String name) {
            throw new AssertionError(name);
        }

        @Override
        public float[] read(String name) {
            throw new AssertionError(name);
        }
    }
}
