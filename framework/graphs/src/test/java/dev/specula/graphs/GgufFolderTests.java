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
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GgufFolderTests {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"llama, Q8_0", "qwen2, Q8_0", "qwen3, F32"})
    void hasTheConfigurationThatItWasMadeFrom(String name, String kind) {
        DecoderConfig expected = read(Fixture.location(name));

        assertThat(read(location(name, kind))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"llama, Q8_0", "qwen2, Q8_0", "qwen3, F32"})
    void hasTheTokensThatItWasMadeFrom(String name, String kind) throws IOException {
        Path alone = Files.copy(file(name, kind), directory.resolve("model.gguf"));
        Vocabulary expected = TokenizerVocabulary.of(CheckpointFolder.at(Fixture.location(name)), 1 << 20);
        Vocabulary found = TokenizerVocabulary.of(CheckpointFolder.at("file:" + alone), 1 << 20);

        assertThat(found.size()).isEqualTo(expected.size());
        assertThat(found.begin()).isEqualTo(expected.begin());
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

    @Test
    void prefersTheTokenizerThatAFileHoldsWhole() throws IOException {
        String json = Files.readString(Fixture.directory("llama").resolve("tokenizer.json"));
        Path file = write(sentencePieces("llama").text("tokenizer.huggingface.json", json));

        assertThat(CheckpointFolder.at("file:" + file).text("tokenizer.json")).isEqualTo(json);
    }

    @Test
    void refusesVocabulariesOfOtherKinds() throws IOException {
        Path file = write(sentencePieces("t5"));

        assertThatThrownBy(() -> CheckpointFolder.at("file:" + file).text("tokenizer.json"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage("\"tokenizer.ggml.model\" must be gpt2, which is byte-level BPE, or llama, which is"
                        + " SentencePiece's BPE, but is \"t5\"; put the tokenizer.json of the model beside the file.");
    }

    @Test
    void refusesSentencePiecesWithoutAScoreForEach() throws IOException {
        Path file = write(new GgufBytes()
                .text("general.architecture", "llama")
                .text("tokenizer.ggml.model", "llama")
                .texts("tokenizer.ggml.tokens", List.of("<unk>", "a", "b"))
                .numbers("tokenizer.ggml.scores", 0, -1));

        assertThatThrownBy(() -> CheckpointFolder.at("file:" + file).text("tokenizer.json"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("must hold a score for each of the 3 tokens, but holds 2");
    }

    /** Work would grow with the square of its length. */
    @Test
    void refusesAPieceThatNoTrainerMakes() throws IOException {
        Path file = write(new GgufBytes()
                .text("general.architecture", "llama")
                .text("tokenizer.ggml.model", "llama")
                .texts("tokenizer.ggml.tokens", List.of("<unk>", "a".repeat(257)))
                .numbers("tokenizer.ggml.scores", 0, -1));

        assertThatThrownBy(() -> CheckpointFolder.at("file:" + file).text("tokenizer.json"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("must have at most 256 characters, but token 1 has 257");
    }

    /** Converters write spaces for the signs in what users defined, so that it is found in a text as it is. */
    @Test
    void findsWhatUsersDefinedInATextAsItIs() throws IOException {
        for (String two : new String[] {"  ", "\u2581\u2581"}) {
            Path file = write(new GgufBytes()
                    .text("general.architecture", "llama")
                    .text("tokenizer.ggml.model", "llama")
                    .texts("tokenizer.ggml.tokens", List.of("<unk>", "a", "\u2581", "\u2581a", two))
                    .numbers("tokenizer.ggml.scores", 0, -2, -3, -1, -1000)
                    .integers("tokenizer.ggml.token_type", 2, 1, 1, 1, 4)
                    .flag("tokenizer.ggml.add_space_prefix", false));
            Vocabulary vocabulary = TokenizerVocabulary.of(CheckpointFolder.at("file:" + file), 5);

            assertThat(vocabulary.encode("a a  a")).containsExactly(1, 3, 4, 1);
            assertThat(vocabulary.decode(1, 3, 4, 1)).isEqualTo("a a  a");
        }
    }

    /** A text may spell what a byte is called. */
    @Test
    void mergesNoPiecesToABytesName() throws IOException {
        Path file = write(new GgufBytes()
                .text("general.architecture", "llama")
                .text("tokenizer.ggml.model", "llama")
                .texts(
                        "tokenizer.ggml.tokens",
                        List.of("<unk>", "<", "0x41>", "<0x41>", "0", "x", "4", "1", ">", "0x", "41", "41>"))
                .numbers("tokenizer.ggml.scores", 0, -9, -3, 0, -9, -9, -9, -9, -9, -1, -1, -2)
                .integers("tokenizer.ggml.token_type", 2, 1, 1, 6, 1, 1, 1, 1, 1, 1, 1, 1)
                .flag("tokenizer.ggml.add_space_prefix", false));
        Vocabulary vocabulary = TokenizerVocabulary.of(CheckpointFolder.at("file:" + file), 12);

        assertThat(vocabulary.encode("<0x41>")).containsExactly(1, 2);
        assertThat(vocabulary.encode("A")).containsExactly(3);
    }

    @Test
    void takesATokenizerBesideItWhoseSpacesAreSigns() throws IOException {
        Path file = write(new GgufBytes()
                .text("general.architecture", "llama")
                .text("tokenizer.ggml.model", "llama")
                .texts("tokenizer.ggml.tokens", List.of("a", "  ")));
        String json = "{\"model\": {\"type\": \"BPE\", \"merges\": [], \"vocab\": {\"a\": 0, \"\u2581\u2581\": 1}}}";
        Files.writeString(directory.resolve("tokenizer.json"), json);

        assertThat(CheckpointFolder.at("file:" + file).text("tokenizer.json")).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, false, false", "1, 1, true, true", "0, 9, true, false"})
    void beginsTextsAsTheFileSays(int begin, int stated, boolean adds, boolean begins) throws IOException {
        Path file = write(sentencePieces("llama")
                .integer("tokenizer.ggml.bos_token_id", stated)
                .flag("tokenizer.ggml.add_bos_token", adds));
        OptionalInt found =
                TokenizerVocabulary.of(CheckpointFolder.at("file:" + file), 3).begin();

        assertThat(found).isEqualTo(begins ? OptionalInt.of(begin) : OptionalInt.empty());
    }

    @ParameterizedTest
    @CsvSource({"rope.scaling.factor", "rope.scale_linear"})
    void scalesLinearlyByAFactorOfNoKind(String key) throws IOException {
        Path file = Files.write(
                directory.resolve("model.gguf"),
                GgufBytes.decoder().number("llama." + key, 4).bytes());

        DecoderConfig config = read("file:" + file);

        assertThat(Objects.requireNonNull(config.spans().get(0).rope()).scaling())
                .isEqualTo(new Rope.Linear(4));
    }

    @Test
    void refusesAPartOfAModelThatWasSplit() throws IOException {
        Path file = write(new GgufBytes().text("general.architecture", "llama").integer("split.count", 3));

        assertThatThrownBy(() -> CheckpointFolder.at("file:" + file).text("config.json"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("must be one file, but this is one of 3; join them");
    }

    @Test
    void refusesBlocksThatTheMetadataDoesNotCount() throws IOException {
        Path file = Files.write(
                directory.resolve("model.gguf"),
                GgufBytes.decoder()
                        .floats("blk.1.attn_q.weight", new float[32 * 32], 32, 32)
                        .bytes());

        assertThatThrownBy(() -> Checkpoint.read("small", CheckpointSource.of("file:" + file, WeightFormat.F32)))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("\"model.layers.1.self_attn.q_proj.weight\", but it says that layers are 1");
    }

    @Test
    void refusesPartsOfABlockThatItsFamilyDoesNotHave() throws IOException {
        Path file = Files.write(
                directory.resolve("model.gguf"),
                GgufBytes.decoder()
                        .floats("blk.0.ffn_gate_inp.weight", new float[64], 32, 2)
                        .bytes());

        assertThatThrownBy(() -> Checkpoint.read("small", CheckpointSource.of("file:" + file, WeightFormat.F32)))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("ffn_gate_inp.weight\", but it describes layers that have no use for it");
    }

    private Path write(GgufBytes bytes) throws IOException {
        return Files.write(directory.resolve("model.gguf"), bytes.bytes());
    }

    private static GgufBytes sentencePieces(String kind) {
        return new GgufBytes()
                .text("general.architecture", "llama")
                .text("tokenizer.ggml.model", kind)
                .texts("tokenizer.ggml.tokens", List.of("<unk>", "<s>", "a"))
                .numbers("tokenizer.ggml.scores", 0, 0, -1)
                .integers("tokenizer.ggml.token_type", 2, 3, 1);
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
