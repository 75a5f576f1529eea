package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.specula.Modality;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoadException;
import dev.specula.model.Passes;
import dev.specula.model.RowEncoder;
import dev.specula.model.View;
import dev.specula.noise.Law;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A decoder that reads pictures, and drafts of it. */
class PictureModelTests {
    private static final int SIZE = 32;
    private static final int VOCABULARY = 512;

    private static final String CONFIG = """
        {"model_type": "blocks_vlm", "scale_factor": 2, "image_token_id": 9, "text_config": %s,
         "vision_config": {"image_size": 32, "stem_strides": [2, 1, 2, 2], "hidden_size": 24, "num_hidden_layers": 2, "num_attention_heads": 3,
                           "intermediate_size": 40, "layer_norm_eps": 1e-6}}\
        """.formatted(CheckpointWriter.decoderConfig(VOCABULARY));

    @TempDir
    private Path directory;

    @Test
    void encodesPicturesAsTheDefinitionSays() {
        CheckpointWriter writer = pictureModel();
        float[] pixels = pixels();
        double[][] expected = new PlainVisionEncoder(writer, 2, 3, 2, 2, 1, 2, 2).encode(pixels, SIZE);

        try (CausalModel model = load(writer.write(directory.resolve("target"), CONFIG))) {
            RowEncoder encoder = model.encoder(Modality.IMAGE).orElseThrow();
            FloatBuffer rows = encoder.encode(FloatBuffer.wrap(pixels));

            assertThat(encoder.inputShape()).containsExactly(3, SIZE, SIZE);
            assertThat(encoder.rows()).isEqualTo(4);
            for (int i = 0; i < 4; i++) {
                for (int c = 0; c < 32; c++) {
                    assertThat((double) rows.get(i * 32 + c)).isEqualTo(expected[i][c], offset(1e-5));
                }
            }
        }
    }

    /** The reference drops whatever row is the first, of an encoder without a class token as well. */
    @Test
    void leavesTheFirstRowOutWhereItIsToldTo() throws IOException {
        Fixture fixture = Fixture.of("llava-siglip");
        FloatBuffer pixels = FloatBuffer.wrap(fixture.tensor("encoder.input"));

        try (CausalModel all = fixture.load(WeightFormat.F32);
                CausalModel some = load(withStrategy("default"))) {
            FloatBuffer rows = all.encoder(Modality.IMAGE).orElseThrow().encode(pixels.duplicate());
            RowEncoder encoder = some.encoder(Modality.IMAGE).orElseThrow();

            assertThat(encoder.rows()).isEqualTo(15);
            FloatBuffer others = encoder.encode(pixels.duplicate());
            for (int i = 0; i < 15 * encoder.width(); i++) {
                assertThat(others.get(i)).isEqualTo(rows.get(encoder.width() + i), offset(1e-5f));
            }
        }
    }

    @Test
    void refusesAWayToChooseRowsThatIsNone() throws IOException {
        String location = withStrategy("cls_patch");

        assertThatThrownBy(() -> load(location))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContainingAll(
                        "\"vision_feature_select_strategy\"", "must be \"default\" or \"full\", but is \"cls_patch\".");
    }

    private String withStrategy(String strategy) throws IOException {
        Path fixture = Fixture.directory("llava-siglip");
        for (String file : new String[] {"model.safetensors", "tokenizer.json"}) {
            Files.copy(fixture.resolve(file), directory.resolve(file));
        }
        String config = Files.readString(fixture.resolve("config.json"));
        Files.writeString(directory.resolve("config.json"), config.replace("\"full\"", "\"" + strategy + "\""));
        return "file:" + directory;
    }

    @Test
    void hasTheDecoderOfItsTextPart() {
        CheckpointWriter alone = new CheckpointWriter().decoder("model.", VOCABULARY);
        String text = alone.write(directory.resolve("text"), CheckpointWriter.decoderConfig(VOCABULARY));
        CheckpointWriter both = new CheckpointWriter().decoder("model.text_model.", VOCABULARY);
        String pictures = vision(both).write(directory.resolve("both"), CONFIG);

        try (CausalModel textModel = load(text);
                CausalModel pictureModel = load(pictures)) {
            Prompt prompt = Prompt.of(4, 8, 15, 16, 23, 42);

            assertThat(law(pictureModel, prompt)).isEqualTo(law(textModel, prompt));
            assertThat(pictureModel.endTokens()).containsExactly(3);
            assertThat(textModel.encoder(Modality.IMAGE)).isEmpty();
        }
    }

    @Test
    void takesGivenRowsInPlaceOfEmbeddings() {
        CheckpointWriter writer = new CheckpointWriter().decoder("model.", VOCABULARY);
        String location = writer.write(directory.resolve("text"), CheckpointWriter.decoderConfig(VOCABULARY));
        int[] tokens = new Random(2).ints(90, 0, VOCABULARY).toArray();
        float[] table = writer.values("model.embed_tokens.weight");
        float[] rows = new float[40 * 32];
        int[] placeholders = tokens.clone();
        for (int i = 0; i < 40; i++) {
            System.arraycopy(table, tokens[10 + i] * 32, rows, i * 32, 32);
            placeholders[10 + i] = 1;
        }

        try (CausalModel model = load(location)) {
            Prompt given = Prompt.of(placeholders).withRows(10, 40, FloatBuffer.wrap(rows));

            assertThat(law(model, given)).isEqualTo(law(model, Prompt.of(tokens)));
            assertThat(law(model, given)).isNotEqualTo(law(model, Prompt.of(placeholders)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 11, 30, 49, 55})
    void readsTokensWhereARewindHasDroppedGivenRows(int length) {
        CheckpointWriter writer = new CheckpointWriter().decoder("model.", VOCABULARY);
        String location = writer.write(directory.resolve("text"), CheckpointWriter.decoderConfig(VOCABULARY));
        int[] tokens = new Random(2).ints(60, 0, VOCABULARY).toArray();
        float[] values = new float[40 * 32];
        Random random = new Random(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        int[] after = {7, 5, 3, 1};
        int[] wanted = Arrays.copyOf(Arrays.copyOf(tokens, length), length + after.length);
        System.arraycopy(after, 0, wanted, length, after.length);
        int kept = Math.max(0, Math.min(40, length - 10));

        try (CausalModel model = load(location);
                Sequence main = model.open(
                        Prompt.of(tokens).withRows(10, 40, FloatBuffer.wrap(values)),
                        Sampling.at(1, 0),
                        Passes.EXACT)) {
            law(main);
            main.rewindTo(length);
            for (int token : after) {
                main.append(new int[] {token});
            }
            Prompt fresh = Prompt.of(wanted);

            assertThat(law(main))
                    .isEqualTo(law(model, kept == 0 ? fresh : fresh.withRows(10, kept, FloatBuffer.wrap(values))));
        }
    }

    @Test
    void readsWhatADraftSeesFromItsManifest() throws IOException {
        CheckpointWriter writer = new CheckpointWriter().decoder("model.", VOCABULARY);
        float[] connector = new float[32 * 48];
        connector[5 * 48 + 7] = 2; // output 5 is twice input 7
        writer.add("connector.weight", connector, 32, 48);
        String location = writer.write(directory.resolve("draft"), CheckpointWriter.decoderConfig(VOCABULARY));
        Files.writeString(directory.resolve("draft/manifest.json"), "{\"view\": \"pooled\", \"rows\": 2, \"pool\": 3}");
        FloatBuffer targetRows = FloatBuffer.allocate(6 * 48);
        for (int row = 0; row < 6; row++) {
            targetRows.put(row * 48 + 7, row);
        }

        try (CausalModel draft = load(location)) {
            RowEncoder mapped = draft.connector().orElseThrow();
            FloatBuffer rows = mapped.encode(targetRows);

            assertThat(draft.view()).isEqualTo(View.POOLED);
            assertThat(mapped.inputShape()).containsExactly(6, 48);
            assertThat(rows.get(5)).isEqualTo(2f); // twice the mean of 0, 1, 2
            assertThat(rows.get(32 + 5)).isEqualTo(8f); // twice the mean of 3, 4, 5
            assertThat(rows.get(4)).isZero();
        }
    }

    @Test
    void namesTheTensorThatIsMissing() {
        CheckpointWriter writer = new CheckpointWriter().decoder("model.text_model.", VOCABULARY);
        String location = writer.write(directory.resolve("target"), CONFIG);

        assertThatThrownBy(() -> load(location).close())
                .hasMessageContaining("model.vision_model.embeddings.stem.0.weight");
    }

    private static CausalModel load(String location) {
        return CheckpointLoader.load("model", new CheckpointSource(location, WeightFormat.F32, 200));
    }

    private static double[] law(CausalModel model, Prompt prompt) {
        try (Sequence sequence = model.open(prompt, Sampling.at(1, 0), Passes.EXACT)) {
            return law(sequence);
        }
    }

    private static double[] law(Sequence sequence) {
        Draft draft = new Draft(1);
        draft.restart(sequence);
        Law law = sequence.pass(draft).law(0, 0);
        double[] probs = new double[law.size()];
        for (int token = 0; token < probs.length; token++) {
            probs[token] = law.prob(token);
        }
        return probs;
    }

    private static CheckpointWriter pictureModel() {
        return vision(new CheckpointWriter().decoder("model.text_model.", VOCABULARY));
    }

    private static CheckpointWriter vision(CheckpointWriter writer) {
        String vision = "model.vision_model.";
        int[] channels = {3, 8, 10, 12, 24};
        for (int i = 0; i < 4; i++) {
            writer.random(vision + "embeddings.stem." + i + ".weight", channels[i + 1], channels[i], 3, 3);
            writer.random(vision + "embeddings.stem." + i + ".bias", channels[i + 1]);
        }
        writer.random(vision + "embeddings.position_embedding.weight", 16, 24);
        for (int layer = 0; layer < 2; layer++) {
            String at = vision + "encoder.layers." + layer + ".";
            for (String name : new String[] {"q_proj", "k_proj", "v_proj", "out_proj"}) {
                writer.random(at + "self_attn." + name + ".weight", 24, 24);
                writer.random(at + "self_attn." + name + ".bias", 24);
            }
            writer.random(at + "mlp.fc1.weight", 40, 24).random(at + "mlp.fc1.bias", 40);
            writer.random(at + "mlp.fc2.weight", 24, 40).random(at + "mlp.fc2.bias", 24);
            for (String name : new String[] {"layer_norm1", "layer_norm2"}) {
                writer.random(at + name + ".weight", 24).random(at + name + ".bias", 24);
            }
        }
        writer.random(vision + "post_layernorm.weight", 24).random(vision + "post_layernorm.bias", 24);
        return writer.random("model.connector.modality_projection.proj.weight", 32, 96);
    }

    private static float[] pixels() {
        Random random = new Random(8);
        float[] pixels = new float[3 * SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 2 * random.nextFloat() - 1;
        }
        return pixels;
    }
}
