package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.model.CausalModel;
import dev.specula.model.ChatMessage;
import dev.specula.model.ModelLoadException;
import dev.specula.model.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GgufFolderTests {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"llama, Q8_0", "qwen2, Q8_0"})
    void hasTheConfigurationThatItWasMadeFrom(String name, String kind) {
        DecoderConfig expected = read(Fixture.location(name));

        assertThat(read(location(name, kind))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"llama, Q8_0", "qwen2, Q8_0"})
    void hasTheTokensThatItWasMadeFrom(String name, String kind) throws IOException {
        Path alone = Files.copy(file(name, kind), directory.resolve("model.gguf"));
        Vocabulary expected = TokenizerVocabulary.of(CheckpointFolder.at(Fixture.location(name)), 1 << 20);
        Vocabulary found = TokenizerVocabulary.of(CheckpointFolder.at("file:" + alone), 1 << 20);

        assertThat(found.size()).isEqualTo(expected.size());
        for (int id = 0; id < expected.size(); id++) {
            assertThat(found.token(id)).isEqualTo(expected.token(id));
        }
        for (String text : new String[] {
            "A small red circle is left of the blue cube.", "  two  spaces\n\n\tand 12345 numbers", "über naïve 漢字 🙂",
            "I'll say it's <|im_start|> fine<|eot_id|>", "the the\r\n\r\nend ", ""
        }) {
            int[] ids = expected.encode(text);
            assertThat(found.encode(text)).as(text).containsExactly(ids);
            assertThat(found.decode(ids)).isEqualTo(expected.decode(ids));
        }
    }

    @Test
    void writesConversationsByTheTemplateThatItHolds() {
        try (CausalModel model = GgufFixture.of("qwen2", "Q8_0").load(WeightFormat.F32)) {
            assertThat(model.chatTemplate()
                            .orElseThrow()
                            .render(List.of(ChatMessage.of("user", "What is left of the blue cube?"))))
                    .isEqualTo("<|im_start|>user\nWhat is left of the blue cube?<|im_end|>\n<|im_start|>assistant\n");
        }
    }

    @Test
    void dequantisesWeightsInTheOrderOfTheReference() {
        GgufFixture fixture = GgufFixture.of("gguf-k-quants", "Q4_K_M");
        Weights weights = new GgufWeights(fixture.open());

        for (String name : new String[] {"self_attn.q_proj", "mlp.down_proj"}) {
            String tensor = "model.layers.0." + name + ".weight";
            float[] expected = fixture.tensor("dequantised." + tensor);
            assertThat(weights.read(tensor)).startsWith(expected);
        }
    }

    @Test
    void saysWhichTokenTellsATokenizerFromTheWeightsBesideIt() throws IOException {
        Path file = Files.copy(file("llama", "Q8_0"), directory.resolve("model.gguf"));
        String tokenizer = Files.readString(Fixture.directory("llama").resolve("tokenizer.json"));
        Files.writeString(directory.resolve("tokenizer.json"), tokenizer.replaceFirst("\"#\": 2,", "\"zz\": 2,"));

        assertThatThrownBy(() -> TokenizerVocabulary.of(CheckpointFolder.at("file:" + file), 1 << 20))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("token 2 is \"zz\" in it and \"#\" in the weights");
    }

    @Test
    void readsSomeRowsAsItReadsAll() {
        Weights weights =
                new GgufWeights(GgufFixture.of("gguf-k-quants", "Q4_K_M").open());
        for (String name :
                new String[] {"model.layers.0.self_attn.k_proj.weight", "model.layers.0.mlp.up_proj.weight"}) {
            float[] all = weights.read(name);
            float[] some = new float[7 + 3 * 256];

            weights.readRows(name, 5, 3, some, 7);

            assertThat(Arrays.copyOfRange(some, 7, some.length))
                    .containsExactly(Arrays.copyOfRange(all, 5 * 256, 8 * 256));
        }
    }

    @Test
    void namesATensorThatIsMissingAsTheConfigurationCallsIt() {
        Weights weights = new GgufWeights(GgufFixture.of("llama", "Q8_0").open());

        assertThatThrownBy(() -> weights.read("model.layers.3.mlp.up_proj.weight"))
                .hasMessageContaining("Tensor \"blk.3.ffn_up.weight\" is missing in");
        assertThatThrownBy(() -> weights.read("vision.patch.weight"))
                .hasMessageContaining("Tensor \"vision.patch.weight\" is missing in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mamba", "gemma3"})
    void refusesFamiliesItDoesNotKnow(String family) throws IOException {
        Path file = directory.resolve("model.gguf");
        Files.write(file, new GgufBytes().text("general.architecture", family).bytes());

        assertThatThrownBy(() -> CheckpointFolder.at("file:" + file))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("one of llama, qwen2, qwen3, but is \"" + family + "\"");
    }

    private static DecoderConfig read(String location) {
        CheckpointFolder folder = CheckpointFolder.at(location);
        return DecoderConfigReader.read(JsonConfig.parse("config.json", folder.text("config.json")));
    }

    private static Path file(String name, String kind) {
        return Fixture.directory(name).resolve("model-" + kind + ".gguf");
    }

    private static String location(String name, String kind) {
        return "file:" + file(name, kind);
    }
}
