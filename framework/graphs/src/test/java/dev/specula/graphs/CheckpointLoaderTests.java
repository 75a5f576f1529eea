package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoadException;
import dev.specula.model.Passes;
import dev.specula.model.View;
import dev.specula.model.Vocabulary;
import dev.specula.noise.Law;
import dev.specula.token.ContextExceededException;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointLoaderTests {
    @TempDir
    private Path directory;

    @Test
    void saysWhatAModelIs() {
        try (CausalModel model = Fixture.of("llama").load(WeightFormat.RI8)) {
            assertThat(model.spec().name()).isEqualTo("llama");
            assertThat(model.spec().vocabulary()).isEqualTo(512);
            assertThat(model.spec().contextTokens()).isEqualTo(512);
            assertThat(model.spec().weights()).isEqualTo("ri8");
            assertThat(model.spec().cacheBytesPerColumn()).isEqualTo(3 * 2 * 2 * 16 * 4);
            assertThat(model.endTokens()).containsExactly(508, 511);
            assertThat(model.view()).isEqualTo(View.ALL);
        }
    }

    @Test
    void encodesTextsOfAnyLengthAndDecodesThem() {
        String text = "A small red circle is left of the blue cube. ".repeat(100);

        try (CausalModel model = Fixture.of("llama").load(WeightFormat.F32)) {
            Vocabulary vocabulary = model.vocabulary();
            int[] tokens = vocabulary.encode(text);

            assertThat(tokens).hasSizeGreaterThan(512);
            assertThat(vocabulary.decode(tokens)).isEqualTo(text);
            assertThat(vocabulary.size()).isEqualTo(512);
            assertThat(vocabulary.id(vocabulary.token(300))).hasValue(300);
            assertThat(vocabulary.id("no such token")).isEmpty();
        }
    }

    @Test
    void givesAnUntrainedModelTheShapeOfTheTrainedOneAndOtherWeights() {
        CheckpointSource source = new CheckpointSource(Fixture.location("qwen3"), WeightFormat.F32, 512);

        try (CausalModel trained = CheckpointLoader.load("model", source);
                CausalModel untrained = CheckpointLoader.loadUntrained("model", source, 1);
                CausalModel same = CheckpointLoader.loadUntrained("model", source, 1);
                CausalModel other = CheckpointLoader.loadUntrained("model", source, 2)) {
            assertThat(untrained.spec()).isEqualTo(trained.spec());
            assertThat(law(untrained))
                    .isEqualTo(law(same))
                    .isNotEqualTo(law(trained))
                    .isNotEqualTo(law(other));
            assertThat(Arrays.stream(law(untrained)).sum()).isCloseTo(1, within(1e-6));
        }
    }

    /** What follows three tokens, {@code (vocabulary,)}. */
    private static double[] law(CausalModel model) {
        try (Sequence sequence = model.open(Prompt.of(1, 2, 3), Sampling.at(1, 0), Passes.EXACT)) {
            Draft none = new Draft(1);
            none.restart(sequence);
            Law law = sequence.pass(none).law(0, 0);
            return IntStream.range(0, law.size()).mapToDouble(law::prob).toArray();
        }
    }

    @Test
    void loadsByTheNameOfABean() {
        CheckpointLoader loader = CheckpointLoader.of(
                Map.of("captioner", CheckpointSource.of(Fixture.location("llama"), WeightFormat.F32)));

        try (CausalModel model = loader.causal("captioner")) {
            assertThat(model.spec().name()).isEqualTo("captioner");
        }
        assertThatThrownBy(() -> loader.causal("captoiner"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage("No location is known for the model \"captoiner\"; known are [captioner].");
    }

    @Test
    void saysWhereItLooked() {
        assertThatThrownBy(() -> load("file:" + directory.resolve("nowhere")))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("there is no directory " + directory.resolve("nowhere"));
        assertThatThrownBy(() -> load("classpath:nowhere")).hasMessageContaining("has no config.json");
        assertThatThrownBy(() -> load("ftp://owner/model"))
                .hasMessage("A location must start with file:, classpath:, zoo: or hf://, but is"
                        + " \"ftp://owner/model\".");
    }

    @Test
    void saysThatWeightsAreCutOff() throws IOException {
        String location = new CheckpointWriter()
                .decoder("model.", 512)
                .write(directory.resolve("model"), CheckpointWriter.decoderConfig(512));
        Path weights = directory.resolve("model/model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        Files.write(weights, Arrays.copyOf(bytes, bytes.length - 100));

        assertThatThrownBy(() -> load(location))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("\"model.norm.weight\"")
                .hasMessageContaining("the file is cut off or damaged");
    }

    @Test
    void saysWhichTensorDoesNotFitTheConfiguration() {
        String location = new CheckpointWriter()
                .decoder("model.", 512)
                .write(
                        directory.resolve("model"),
                        CheckpointWriter.decoderConfig(512).replace("64,", "96,"));

        assertThatThrownBy(() -> load(location))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("\"model.layers.0.mlp.gate_proj.weight\" must have the shape [96, 32]")
                .hasMessageContaining("but has [64, 32]");
    }

    @ParameterizedTest
    @CsvSource({
        "model.layers.1.input_layernorm.weight, it says that layers are 1",
        "model.layers.12345678901.input_layernorm.weight, it says that layers are 1",
        "model.layers.0.self_attn.q_proj.bias, it describes layers that have no use for it",
        "model.layers.0.self_attn.q_norm.weight, it describes layers that have no use for it",
        "model.layers.0.input_layernorm.bias, it describes layers that have no use for it",
        "model.layers.0.self_attn.q_proj.lora_A.weight, it describes layers that have no use for it"
    })
    void refusesAConfigurationThatLeavesOutPartsOfLayers(String tensor, String found) {
        String location = new CheckpointWriter()
                .decoder("model.", 512)
                .random(tensor, 32)
                .write(directory.resolve("model"), CheckpointWriter.decoderConfig(512));

        assertThatThrownBy(() -> load(location))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("\"" + tensor + "\", but " + found + "; take both from the same model.");
    }

    @Test
    void leavesAloneWhatIsComputedOrOfOtherParts() {
        String location = new CheckpointWriter()
                .decoder("model.", 512)
                .random("model.layers.0.self_attn.rotary_emb.inv_freq", 8)
                .random("model.layers.0.self_attn.bias", 8)
                .random("model.layers.0.self_attn.masked_bias", 1)
                .random("model.rotary_emb.inv_freq", 8)
                .random("lm_head.weight", 512, 32)
                .random("mtp.layers.1.input_layernorm.weight", 32)
                .random("vision_model.encoder.layers.7.mlp.fc1.weight", 8, 8)
                .write(directory.resolve("model"), CheckpointWriter.decoderConfig(512));

        assertThatCode(() -> load(location)).doesNotThrowAnyException();
    }

    @Test
    void refusesAnEncoderOfMoreLayersThanAreConfigured() throws IOException {
        for (String file : new String[] {"tokenizer.json", "model.safetensors"}) {
            Files.copy(Fixture.directory("llava").resolve(file), directory.resolve(file));
        }
        JsonObject config = JsonParser.parseString(
                        Files.readString(Fixture.directory("llava").resolve("config.json")))
                .getAsJsonObject();
        JsonObject vision = config.getAsJsonObject("vision_config");
        vision.addProperty("num_hidden_layers", vision.get("num_hidden_layers").getAsInt() - 1);
        Files.writeString(directory.resolve("config.json"), config.toString());

        assertThatThrownBy(() -> load("file:" + directory))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("config.json must describe all layers of the weights");
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "gpt2", "llava", "smolvlm", "whisper", "trocr"})
    void statesTheWeightsOfAllItsParts(String name) throws IOException {
        SafetensorsFile file =
                SafetensorsFile.open(WeightBytes.of(Fixture.directory(name).resolve("model.safetensors")));
        long weights = 0;
        for (String tensor : file.names()) {
            weights += Arrays.stream(file.shape(tensor)).asLongStream().reduce(1, Math::multiplyExact);
        }
        try (CausalModel model = Fixture.of(name).load(WeightFormat.F32)) {
            assertThat(model.spec().weightBytes()).isBetween((long) (0.75 * 4 * weights), (long) (1.7 * 4 * weights));
        }
    }

    /** Before anything is allocated or divided by. */
    @ParameterizedTest
    @CsvSource({
        "num_hidden_layers, 2000000000, between 1 and 1000",
        "num_hidden_layers, -1, between 1 and 1000",
        "num_attention_heads, 0, between 1 and 16384",
        "num_attention_heads, 2000000000, between 1 and 16384",
        "vocab_size, -5, between 1 and 268435456",
        "hidden_size, 32.5, a whole number",
        "hidden_size, 4294967328, a whole number",
        "rms_norm_eps, -1, greater than 0"
    })
    void refusesSizesThatNoModelHas(String key, String value, String wanted) {
        String location = new CheckpointWriter()
                .decoder("model.", 512)
                .write(
                        directory.resolve("model"),
                        CheckpointWriter.decoderConfig(512)
                                .replaceFirst("\"" + key + "\": *[0-9e-]+", "\"" + key + "\": " + value));

        assertThatThrownBy(() -> load(location))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContainingAll(key, wanted, value);
    }

    @Test
    void refusesTheTokenizerOfOtherWeights() throws IOException {
        String location = new CheckpointWriter()
                .decoder("model.", 512)
                .write(directory.resolve("model"), CheckpointWriter.decoderConfig(512));
        Path tokenizer = directory.resolve("model/tokenizer.json");
        JsonObject json = JsonParser.parseString(Files.readString(tokenizer)).getAsJsonObject();
        json.getAsJsonObject("model").getAsJsonObject("vocab").addProperty("zebra", 2_000_000_000);
        Files.writeString(tokenizer, json.toString());

        assertThatThrownBy(() -> load(location))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("must be that of the weights, which have 512 tokens")
                .hasMessageContaining("\"zebra\" has the id 2000000000");
    }

    @Test
    void saysWhichShardIsMissing() throws IOException {
        for (String file : new String[] {"config.json", "tokenizer.json", "model.safetensors.index.json"}) {
            Files.copy(Fixture.directory("llama-tied").resolve(file), directory.resolve(file));
        }

        assertThatThrownBy(() -> load("file:" + directory))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("The shard model-0000")
                .hasMessageContaining("is missing in \"file:" + directory + "\"; fetch the model again.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../other/model.safetensors", "/etc/hostname", "..\\\\other", "a\\u0000b"})
    void readsNoShardFromAnywhereElse(String shard) throws IOException {
        for (String file : new String[] {"config.json", "tokenizer.json"}) {
            Files.copy(Fixture.directory("llama-tied").resolve(file), directory.resolve(file));
        }
        Files.writeString(
                directory.resolve("model.safetensors.index.json"), "{\"weight_map\": {\"a\": \"" + shard + "\"}}");

        assertThatThrownBy(() -> load("file:" + directory))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("must name files beside it, but names");
    }

    @Test
    void saysThatAPickleIsNone() throws IOException {
        String location = new CheckpointWriter()
                .decoder("model.", 512)
                .write(directory.resolve("model"), CheckpointWriter.decoderConfig(512));
        Path weights = directory.resolve("model/model.safetensors");
        Files.write(weights, new byte[] {'P', 'K', 3, 4, 0, 0, 8, 8, 0, 0, 'a', '/', 'd'});

        assertThatThrownBy(() -> load(location))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("it is a zip archive, as PyTorch writes checkpoints; those hold code");
        Files.write(weights, new byte[] {(byte) 0x80, 2, 'c', 't', 'o', 'r', 'c', 'h', '.', '_'});
        assertThatThrownBy(() -> load(location)).hasMessageContaining("it is a Python pickle");
    }

    @Test
    void saysWhichFileIsMissing() throws IOException {
        String location = new CheckpointWriter()
                .decoder("model.", 512)
                .write(directory.resolve("model"), CheckpointWriter.decoderConfig(512));
        Files.delete(directory.resolve("model/tokenizer.json"));

        assertThatThrownBy(() -> load(location)).hasMessageContaining("tokenizer.json is missing");
        Files.delete(directory.resolve("model/model.safetensors"));
        assertThatThrownBy(() -> load(location))
                .hasMessageContaining(
                        "model.safetensors, model.safetensors.index.json or an export to ONNX is required");
    }

    @Test
    void refusesAPromptThatFillsTheContext() {
        try (CausalModel model = Fixture.of("llama").load(WeightFormat.F32)) {
            Prompt prompt = Prompt.of(new int[512]);

            assertThatThrownBy(() -> model.open(prompt, Sampling.GREEDY, Passes.EXACT))
                    .isInstanceOf(ContextExceededException.class);
        }
    }

    @Test
    void refusesToCloseAModelUnderAnOpenSequence() {
        try (CausalModel model = Fixture.of("llama").load(WeightFormat.F32)) {
            try (Sequence sequence = model.open(Prompt.of(1), Sampling.GREEDY, Passes.EXACT)) {
                assertThat(sequence.length()).isOne();
                assertThatThrownBy(model::close).hasMessageContaining("1 open sequences");
            }
        }
    }

    private static void load(String location) {
        CheckpointLoader.load("model", new CheckpointSource(location, WeightFormat.F32, 200))
                .close();
    }
}
