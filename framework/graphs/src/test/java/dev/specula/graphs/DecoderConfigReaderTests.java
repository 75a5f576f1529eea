package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderConfigReaderTests {
    @ParameterizedTest
    @ValueSource(strings = {"llama", "llama-tied", "qwen2", "qwen3", "gemma3", "gpt2"})
    void readsBothVersionsOfAConfigurationAlike(String name) throws IOException {
        DecoderConfig four = read(Files.readString(Fixture.directory(name).resolve("config.json")));
        DecoderConfig five = read(Files.readString(Fixture.directory(name).resolve("config.v5.json")));

        assertThat(five).isEqualTo(four);
    }

    @Test
    void takesHeadSizeAndKeyHeadsFromTheOthersWhereTheyAreMissing() {
        DecoderConfig config = read(CheckpointWriter.decoderConfig(512).replace("\"num_key_value_heads\": 2,", ""));

        assertThat(config.sizes().headSize()).isEqualTo(16);
        assertThat(config.sizes().keyHeads()).isEqualTo(2);
    }

    /** As the text part of LLaVA 1.5 with 7 billion weights. */
    @Test
    void isOfTheSizesOfItsFamilyWhereItSaysNone() {
        DecoderConfig config = read("""
                {"max_position_embeddings": 4096, "model_type": "llama", "rms_norm_eps": 1e-05, "vocab_size": 32064}""");

        assertThat(config.sizes()).isEqualTo(new DecoderConfig.Sizes(32_064, 4096, 11_008, 32, 32, 32, 128, 4096, 0));
    }

    @Test
    void knowsTheBiasesThatNoKeyAnnounces() {
        DecoderConfig config = read(CheckpointWriter.decoderConfig(512).replace("llama", "qwen2"));

        assertThat(config.biases()).isEqualTo(new DecoderConfig.Biases(true, true, true, false, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"llama\"                   | \"mamba\" | model_type \"mamba\" is not supported:"
                        + " docs/architectures.md lists",
                "\"hidden_size\": 32         | \"hidden_size\": \"wide\" | \"hidden_size\" in config.json must be a"
                        + " whole number",
                "\"vocab_size\": 512,        | | \"vocab_size\" is missing in config.json.",
                "\"num_key_value_heads\": 2  | \"num_key_value_heads\": 3 | heads of keys must be a divisor of 2, but"
                        + " was 3.",
                "\"eos_token_id\": 3         | \"head_dim\": 12 | head_dim must be a multiple of 16, but was 12.",
                "\"eos_token_id\": 3         | \"hidden_act\": \"mish\" | An activation must be one of silu, swish,"
                        + " gelu",
                "\"eos_token_id\": 3         | \"use_sliding_window\": true | \"use_sliding_window\" in config.json"
                        + " must be false",
                "\"eos_token_id\": 3         | \"partial_rotary_factor\": 0.5 | \"partial_rotary_factor\" in"
                        + " config.json must be 1",
                "\"eos_token_id\": 3         | \"rope_scaling\": {\"type\": \"yarn\"} | must be default, linear or"
                        + " llama3, but is \"yarn\"."
            })
    void refusesWhatTheGraphsDoNotHave(String part, String replacement, String message) {
        String json = CheckpointWriter.decoderConfig(512).replace(part, replacement == null ? "" : replacement);

        assertThatThrownBy(() -> read(json)).hasMessageContaining(message);
    }

    private static DecoderConfig read(String json) {
        return DecoderConfigReader.read(JsonConfig.parse("config.json", json));
    }
}
