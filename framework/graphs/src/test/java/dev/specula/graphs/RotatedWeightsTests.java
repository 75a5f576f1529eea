package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decoders whose residual stream is seen along other axes. */
class RotatedWeightsTests {
    private static final int VOCABULARY = 512;
    private static final int WIDTH = 32;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"llama", "llama-tied", "qwen2", "qwen3"})
    void giveTheLogitsOfTheReference(String name) {
        Fixture fixture = Fixture.of(name);
        int[] prompt = fixture.ids("prompt");
        try (CausalModel model = fixture.loadRotated()) {
            float[] found = logits(model, prompt);
            float[] expected = fixture.tensor("prompt.logits");

            int vocabulary = model.spec().vocabulary();
            assertThat(found).containsExactly(Arrays.copyOfRange(expected, vocabulary, expected.length), within(1e-4f));
        }
    }

    /** Number 3 of each row of the stream is fifty times as large as the others, and counts for as much as they do. */
    @Test
    void loseLessToRoundingWhereANumberSticksOut() {
        String turned = location(withTallNumber());
        String kept = location(withTallNumber().add("a.checkpoint.with" + Matrix.INPUT_SCALE, new float[] {1}, 1));

        assertThat(lost(turned)).isLessThan(0.6 * lost(kept));
    }

    @Test
    void knowTheStepOfWhatComesFromNorms() {
        DecoderGraph.Source decoder = decoder("llama");
        Weights weights = RotatedWeights.rotated(decoder, RotatedWeights.rotationOf(decoder))
                .weights();
        TensorNames names = decoder.config().tensors();

        for (String role : new String[] {"query", "key", "value", "gate", "up"}) {
            assertThat(weights.read(names.of(1, role) + ".input_scale")).containsExactly(5f / 127);
        }
        assertThat(weights.read(names.of("head") + ".input_scale")).containsExactly(5f / 127);
        for (String role : new String[] {"output", "down"}) {
            assertThat(weights.has(names.of(1, role) + ".input_scale")).isFalse();
        }
    }

    @Test
    void keepBiasesInTheirPlaces() {
        CheckpointWriter writer = new CheckpointWriter().decoder("model.", VOCABULARY);
        for (String matrix : new String[] {"q_proj", "k_proj", "v_proj", "o_proj"}) {
            writer.random("model.layers.0.self_attn." + matrix + ".bias", WIDTH);
        }
        String config = CheckpointWriter.decoderConfig(VOCABULARY)
                .replace("\"eos_token_id\"", "\"attention_bias\": true, \"eos_token_id\"");

        assertThat(lost(writer.write(folder.resolve("biased"), config))).isLessThan(0.03);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemma3", "gpt2"})
    void areLeftAsTheyAreWhereNormsDoNotAllowIt(String name) {
        assertThat(RotatedWeights.rotationOf(decoder(name)).isNone()).isTrue();
    }

    @Test
    void readPiecesOfMatricesAsTheyReadThemWhole() {
        DecoderGraph.Source decoder = decoder("llama");
        Weights weights = RotatedWeights.rotated(decoder, RotatedWeights.rotationOf(decoder))
                .weights();
        for (String role : new String[] {"query", "output", "gate", "down"}) {
            String name = decoder.config().tensors().of(1, role) + ".weight";
            float[] whole = weights.read(name);
            float[] pieces = new float[whole.length];
            int rows = weights.shape(name)[0];
            int width = whole.length / rows;
            for (int first = 0; first < rows; first += 7) {
                weights.readRows(name, first, Math.min(7, rows - first), pieces, first * width);
            }
            assertThat(pieces).isEqualTo(whole).isNotEqualTo(decoder.weights().read(name));
        }
    }

    private static DecoderGraph.Source decoder(String name) {
        CheckpointFolder files = CheckpointFolder.at(Fixture.location(name));
        return new DecoderGraph.Source(
                DecoderConfigReader.read(JsonConfig.parse("config.json", files.text("config.json"))),
                files.weights().tensors(),
                64);
    }

    private static CheckpointWriter withTallNumber() {
        CheckpointWriter writer = new CheckpointWriter().decoder("model.", VOCABULARY);
        String layer = "model.layers.0.";
        scale(writer, "model.embed_tokens", 50);
        scale(writer, layer + "self_attn.q_proj", 1 / 50f);
        scale(writer, layer + "self_attn.k_proj", 1 / 50f);
        scale(writer, layer + "self_attn.v_proj", 1 / 50f);
        scale(writer, layer + "mlp.gate_proj", 1 / 50f);
        scale(writer, layer + "mlp.up_proj", 1 / 50f);
        scale(writer, "model.norm", 1 / 2500f); // it is multiplied by the embedding again
        return writer;
    }

    /** Multiplies number 3 of each row of a weight. */
    private static void scale(CheckpointWriter writer, String tensor, float factor) {
        float[] values = writer.values(tensor + ".weight");
        for (int i = 3; i < values.length; i += WIDTH) {
            values[i] *= factor;
        }
    }

    private String location(CheckpointWriter writer) {
        return writer.write(
                folder.resolve(Integer.toString(System.identityHashCode(writer))),
                CheckpointWriter.decoderConfig(VOCABULARY));
    }

    private static double lost(String location) {
        return LostLogits.distance(logits(location, WeightFormat.RI8), logits(location, WeightFormat.F32));
    }

    private static float[][] logits(String location, WeightFormat format) {
        try (CausalModel model = CheckpointLoader.load("tall", new CheckpointSource(location, format, 64))) {
            return new float[][] {logits(model, new int[] {1, 40, 5, 77, 300, 9, 12, 250})};
        }
    }

    /** Logits behind each token but the first, one row after the other. */
    private static float[] logits(CausalModel model, int[] tokens) {
        int vocabulary = model.spec().vocabulary();
        float[] logits = new float[(tokens.length - 1) * vocabulary];
        float[] row = new float[vocabulary];
        try (Sequence sequence = model.open(Prompt.of(Arrays.copyOf(tokens, 2)), Sampling.GREEDY, Passes.EXACT)) {
            Draft chain = new Draft(1);
            chain.restart(sequence);
            for (int i = 2; i < tokens.length; i++) {
                chain.add(chain.last(), tokens[i]);
            }
            Pass pass = sequence.pass(chain);
            for (int i = 1; i < tokens.length; i++) {
                pass.logits(i - 1, 0, row);
                System.arraycopy(row, 0, logits, (i - 1) * vocabulary, vocabulary);
            }
        }
        return logits;
    }
}
