package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.specula.Modality;
import dev.specula.model.CausalModel;
import dev.specula.model.CodeDecoder;
import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A decoder that says codes, and what makes pictures of them. */
class PictureDecoderTests {
    private static final int VOCABULARY = 512;
    private static final String CONFIG = """
            {"image_size": 8, "patch_size": 2, "codebook_size": 9, "codebook_width": 5, "decoder_channels": 6,
             "decoder_depth": 2}""";

    @TempDir
    private Path directory;

    @Test
    void makesPicturesAsTheDefinitionSays() {
        int[] codes = new Random(4).ints(16, 0, 9).toArray();
        CheckpointWriter pictures = pictures();
        double[] expected = new PlainPictureDecoder(pictures, 4, 2, 2).decode(codes);

        try (CausalModel model = load(pictures)) {
            FloatBuffer values = decoder(model).decode(codes);

            assertThat(values.remaining()).isEqualTo(3 * 8 * 8);
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) values.get(i)).isEqualTo(expected[i], offset(1e-5));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "image_size, 2000000000, between 1 and 4096",
        "image_size, 7, a multiple of patch_size",
        "patch_size, 0, between 1 and 4096",
        "codebook_size, -9, between 1 and 268435456",
        "decoder_channels, 1e9, between 1 and 65536",
        "decoder_depth, 100000, between 1 and 1000"
    })
    void refusesSizesThatNoneHas(String key, String value, String required) {
        String json = CONFIG.replaceFirst("\"" + key + "\": \\d+", "\"" + key + "\": " + value);

        assertThatThrownBy(() -> PictureDecoderConfig.read(JsonConfig.parse("config.json", json)))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContainingAll(key, required);
    }

    @Test
    void saysItsSizesAndItsCodebook() {
        CheckpointWriter pictures = pictures();
        try (CausalModel model = load(pictures)) {
            CodeDecoder decoder = decoder(model);

            assertThat(decoder.codes()).isEqualTo(9);
            assertThat(decoder.codeShape()).containsExactly(4, 4);
            assertThat(decoder.outputShape()).containsExactly(3, 8, 8);
            assertThat(decoder.codeWidth()).isEqualTo(5);
            assertThat(decoder.codebook().get(7)).isEqualTo(pictures.values("codebook.weight")[7]);
            assertThat(decoder.codebook().isReadOnly()).isTrue();
        }
    }

    @Test
    void refusesCodesThatAreNotThere() {
        try (CausalModel model = load(pictures())) {
            CodeDecoder decoder = decoder(model);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> decoder.decode(new int[15]))
                    .withMessageContaining("must be 16");
            int[] beyond = new int[16];
            beyond[3] = 9;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> decoder.decode(beyond))
                    .withMessageContaining("0 to 8, but number 3 is 9");
        }
    }

    @Test
    void namesTheFileThatIsMissing() throws IOException {
        String location = target();
        Files.createDirectories(directory.resolve("picture-tokenizer"));
        Files.writeString(directory.resolve("picture-tokenizer/config.json"), CONFIG);
        assertThatThrownBy(() -> load(location).close()).hasMessageContaining("picture-tokenizer/model.safetensors");
    }

    private static CodeDecoder decoder(CausalModel model) {
        return model.decoder(Modality.IMAGE).orElseThrow();
    }

    private CausalModel load(CheckpointWriter pictures) {
        pictures.write(directory.resolve("picture-tokenizer"), CONFIG);
        return load(target());
    }

    private String target() {
        return new CheckpointWriter()
                .decoder("model.", VOCABULARY)
                .write(directory, CheckpointWriter.decoderConfig(VOCABULARY));
    }

    private static CausalModel load(String location) {
        return CheckpointLoader.load("model", new CheckpointSource(location, WeightFormat.F32, 200));
    }

    private static CheckpointWriter pictures() {
        CheckpointWriter writer = new CheckpointWriter()
                .random("codebook.weight", 9, 5)
                .random("decoder.in.weight", 6, 5)
                .random("decoder.in.bias", 6)
                .random("decoder.out.weight", 12, 6)
                .random("decoder.out.bias", 12);
        for (int block = 0; block < 2; block++) {
            for (String name : new String[] {"conv1", "conv2"}) {
                String at = "decoder.blocks." + block + "." + name;
                writer.random(at + ".weight", 6, 6, 3, 3).random(at + ".bias", 6);
            }
        }
        return writer;
    }
}
