package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged configurations are refused with the documented exception before anything is allocated for what they claim. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileConfigTests {
    private static final long CONSTANT = 4 << 20;
    private static final int POSITIONS = 4096; // tables of angles grow with them

    private final Attack attack = new Attack();

    @ParameterizedTest
    @CsvSource({
        "llama, 2500",
        "llama-tied, 1200",
        "qwen2, 1200",
        "qwen3, 1200",
        "gemma3, 2000",
        "gpt2, 1200",
        "llava, 700",
        "smolvlm, 700",
        "whisper, 700",
        "vit-gpt2, 700",
        "trocr, 700"
    })
    void noDamagedConfigurationDoesWorseThanToBeRefused(String name, int files) {
        CheckpointFolder folder = CheckpointFolder.at(Fixture.location(name));
        Weights weights = folder.weights().tensors();
        String config = folder.text("config.json");
        Consumer<String> reader = json -> write(json, weights);
        long bound = 2 * attack.allocated(config, reader) + CONSTANT;

        int refused = attack.on(files, () -> attack.damaged(config), reader, bound);

        assertThat(refused).isBetween(files / 8, files - files / 20);
    }

    private static void write(String json, Weights weights) {
        ModelParts parts = ModelPartsReader.read(JsonConfig.parse("config.json", json), weights);
        DecoderConfig decoder = parts.decoder();
        decoder.matrixWeights();
        DecoderGraph.write(
                new DecoderGraph.Source(decoder, parts.decoderWeights(), POSITIONS),
                WeightFormat.F32,
                DecoderGraph.Variant.CHAIN);
        ModelParts.Encoder encoder = parts.encoder();
        if (encoder != null) {
            EncoderGraph.write(
                    encoder.config(), encoder.weights(), encoder.bridge(), parts.weights(), new FloatMatrices());
            if (decoder.hasMemory()) {
                MemoryGraph.write(
                        parts,
                        encoder.bridge().width(encoder.config()),
                        WeightFormat.F32.memory(parts.decoder()),
                        new FloatMatrices());
            }
        }
    }

    @Test
    void noDamagedMetadataOfAGgufFileDoesWorseThanToBeRefused() {
        Consumer<byte[]> reader = HostileConfigTests::readGguf;
        long bound = 2 * attack.allocated(GgufBytes.decoder().bytes(), reader) + CONSTANT;
        int files = 12_000;

        int refused = attack.on(files, attack::damagedMetadata, reader, bound);

        assertThat(refused).isBetween(files / 8, files - files / 20);
    }

    private static void readGguf(byte[] bytes) {
        GgufFile file = GgufFile.open(WeightBytes.of("model.gguf", ByteBuffer.wrap(bytes)));
        GgufTokenizer tokenizer = new GgufTokenizer(file.metadata());
        tokenizer.config();
        tokenizer.json();
        write(new GgufConfig(file).json(), new GgufWeights(file));
    }

    @ParameterizedTest
    @CsvSource({"policy", "tiles"})
    void noDamagedDenoiserDoesWorseThanToBeRefused(String name) {
        CheckpointFolder folder = CheckpointFolder.at(Fixture.location("denoisers/" + name));
        Weights weights = folder.weights().tensors();
        String config = folder.text("config.json");
        Consumer<String> reader = json -> writeDenoiser(name, json, weights);
        long bound = 2 * attack.allocated(config, reader) + CONSTANT;
        int files = 2000;

        int refused = attack.on(files, () -> attack.damaged(config), reader, bound);

        assertThat(refused).isBetween(files / 8, files - files / 20);
    }

    private static void writeDenoiser(String name, String text, Weights weights) {
        JsonConfig json = JsonConfig.parse("config.json", text);
        DenoiserConfig config = DenoiserConfig.read(json);
        if (name.equals("policy")) {
            PolicyGraph.write(config, PolicyGraph.Sizes.read(json), weights, WeightFormat.F32);
        } else {
            TilesGraph.whole(config, TilesGraph.Sizes.read(json), weights, WeightFormat.F32);
        }
    }

    @Test
    void noDamagedListOfNumbersDoesWorseThanToBeRefused() {
        String generation = """
                {"eos_token_id": [1, 2], "bos_token_id": 1, "do_sample": true, "temperature": 0.6,
                 "suppress_tokens": [1, 2, 7], "begin_suppress_tokens": [220], "transformers_version": "5.0"}""";
        Consumer<String> reader = text -> {
            JsonConfig json = JsonConfig.parse("generation_config.json", text);
            json.wholeNumbers();
            json.integers("eos_token_id");
        };

        int refused = attack.on(20_000, () -> attack.damaged(generation), reader, 100_000);

        assertThat(refused).isBetween(1000, 19_000);
    }
}
