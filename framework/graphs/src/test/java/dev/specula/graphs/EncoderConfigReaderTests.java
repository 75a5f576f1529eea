package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Encoders of published models, whose configurations leave out what is their families' default. */
class EncoderConfigReaderTests {
    /** As of SmolVLM with 256 million weights. */
    @Test
    void isOfTheSizesOfItsFamilyWhereItSaysNone() {
        EncoderConfig config = read("idefics3_vision", """
                {"hidden_size": 768, "image_size": 512, "model_type": "idefics3", "num_attention_heads": 12, "patch_size": 16}""");

        assertThat(config.sizes()).isEqualTo(new EncoderConfig.Sizes(768, 3072, 12));
        assertThat(config.blocks()).isEqualTo(12);
        assertThat(config.cells()).isEqualTo(32 * 32);
    }

    /** As of the SigLIP that most have: of 384 pixels 6 are left beside 27 patches of 14. */
    @Test
    void countsWholePatchesAlone() {
        EncoderConfig config = read("siglip_vision_model", """
                {"hidden_size": 1152, "image_size": 384, "intermediate_size": 4304, "num_attention_heads": 16,
                 "num_hidden_layers": 26, "patch_size": 14}""");

        assertThat(config.cells()).isEqualTo(27 * 27);
        assertThat(config.across()).isEqualTo(27);
    }

    private static EncoderConfig read(String family, String json) {
        return EncoderConfigReader.read(JsonConfig.parse("config.json", json), Architecture.of(family), -1);
    }
}
