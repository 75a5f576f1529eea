package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoadException;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attention to the rows of an encoder in 8 bits, with a step that a checkpoint gives and with steps of each row's own. */
class CodedMemoryTests {
    private static final int VOCABULARY = 512;
    private static final int HIDDEN = 32;
    private static final int ROWS = 40; // attended to
    private static final int NOUGHT = 5; // a row of noughts among them
    private static final int[] TEXT = {1, 40, 5, 77, 300, 9, 12, 250};
    private static final String LAYER = "model.decoder.layers.0.";
    private static final String ATTENTION = LAYER + "encoder_attn.";
    private static final String CONFIG = """
            {"model_type": "whisper_decoder", "vocab_size": 512, "d_model": 32, "decoder_ffn_dim": 64, "decoder_layers": 1,
             "decoder_attention_heads": 2, "max_target_positions": 64, "max_source_positions": 400,
             "cross_attention_hidden_size": 32, "eos_token_id": 3}""";

    @TempDir
    Path folder;

    @Test
    void comesCloseToTheExactOneWithStepsOfEachRowsOwn() {
        assertThat(lost(location(checkpoint()))).isLessThan(0.03);
    }

    @Test
    void comesCloseToTheExactOneWithTheStepOfTheCheckpoint() {
        assertThat(lost(location(withStep(0.12f)))).isLessThan(0.05);
    }

    @Test
    void isOffWithAStepThatIsFarTooLarge() {
        assertThat(lost(location(withStep(3f)))).isGreaterThan(0.1);
    }

    /** Each row's key has a step of its own: a loud row takes nothing from the others. */
    @Test
    void comesCloseToTheExactOneWhereOneRowIsAHundredTimesAsLarge() {
        float[] rows = rows();
        for (int i = 0; i < HIDDEN; i++) {
            rows[7 * HIDDEN + i] *= 100;
        }
        String location = location(checkpoint());

        float[][] exact = logits(location, WeightFormat.F32, 8, rows);
        assertThat(LostLogits.distance(logits(location, WeightFormat.RI8, 8, rows), exact))
                .isLessThan(0.05);
    }

    /** Every share is less than a 255th. */
    @Test
    void comesCloseToTheExactOneWhereAttentionIsSpreadOverHundredsOfRows() {
        CheckpointWriter writer = checkpoint();
        float[] queries = writer.values(ATTENTION + "q_proj.weight");
        for (int i = 0; i < queries.length; i++) {
            queries[i] /= 100;
        }
        String location = location(writer);

        float[][] exact = logits(location, WeightFormat.F32, 8, rows(400));
        assertThat(LostLogits.distance(logits(location, WeightFormat.RI8, 8, rows(400)), exact))
                .isLessThan(0.03);
    }

    @Test
    void saysTheSameBitsHoweverRowsAreCut() {
        for (CheckpointWriter each : new CheckpointWriter[] {checkpoint(), withStep(0.12f)}) {
            String location = location(each);
            float[][] whole = logits(location, WeightFormat.RI8, 8, rows());

            assertThat(logits(location, WeightFormat.RI8, 2, rows())).isEqualTo(whole);
            assertThat(logits(location, WeightFormat.RI8, 1, rows())).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0, -1, Float.NaN, Float.POSITIVE_INFINITY})
    void isRefusedWithAStepThatIsNone(float step) {
        String location = location(withStep(step));

        assertThatThrownBy(() -> logits(location, WeightFormat.RI8, 8, rows()))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("encoder_attn.q_scale\" must hold steps greater than 0, but holds " + step);
    }

    @Test
    void isRefusedWithSeveralSteps() {
        String location = location(checkpoint().add(ATTENTION + "q_scale", new float[] {1, 1}, 2));

        assertThatThrownBy(() -> logits(location, WeightFormat.RI8, 8, rows()))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("q_scale\" must hold one step, but holds 2.");
    }

    /** What it finds in the rows is half of the logits, and more. */
    private static CheckpointWriter checkpoint() {
        CheckpointWriter writer = new CheckpointWriter()
                .random("model.decoder.embed_tokens.weight", VOCABULARY, HIDDEN)
                .random("model.decoder.embed_positions.weight", 64, HIDDEN)
                .random("model.decoder.layer_norm.weight", HIDDEN)
                .random("model.decoder.layer_norm.bias", HIDDEN)
                .random(LAYER + "fc1.weight", 2 * HIDDEN, HIDDEN)
                .random(LAYER + "fc1.bias", 2 * HIDDEN)
                .random(LAYER + "fc2.weight", HIDDEN, 2 * HIDDEN)
                .random(LAYER + "fc2.bias", HIDDEN);
        for (String norm : new String[] {"self_attn_layer_norm", "encoder_attn_layer_norm", "final_layer_norm"}) {
            writer.random(LAYER + norm + ".weight", HIDDEN).random(LAYER + norm + ".bias", HIDDEN);
        }
        for (String attention : new String[] {LAYER + "self_attn.", ATTENTION}) {
            for (String name : new String[] {"q_proj", "k_proj", "v_proj", "out_proj"}) {
                writer.random(attention + name + ".weight", HIDDEN, HIDDEN);
                if (!name.equals("k_proj")) {
                    writer.random(attention + name + ".bias", HIDDEN);
                }
            }
        }
        float[] values = writer.values(ATTENTION + "v_proj.weight");
        float[] queries = writer.values(ATTENTION + "q_proj.weight");
        for (int i = 0; i < values.length; i++) {
            values[i] *= 3;
            queries[i] *= 10;
        }
        return writer;
    }

    private static CheckpointWriter withStep(float step) {
        return checkpoint().add(ATTENTION + "q_scale", new float[] {step}, 1);
    }

    private String location(CheckpointWriter writer) {
        return writer.write(folder.resolve(Integer.toString(System.identityHashCode(writer))), CONFIG);
    }

    private static float[] rows() {
        return rows(ROWS);
    }

    private static float[] rows(int count) {
        Random random = new Random(4);
        float[] rows = new float[count * HIDDEN];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i / HIDDEN == NOUGHT ? 0 : (float) random.nextGaussian();
        }
        return rows;
    }

    /** Logits behind all tokens of {@link #TEXT}, in passes over {@code rows} of them. */
    private static float[][] logits(String location, WeightFormat format, int rows, float[] attended) {
        FloatBuffer memory = ByteBuffer.allocateDirect(Float.BYTES * attended.length)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .put(attended)
                .flip();
        float[][] logits = new float[TEXT.length][VOCABULARY];
        try (CausalModel model = CheckpointLoader.load("memory", new CheckpointSource(location, format, 64));
                Sequence sequence = model.open(Prompt.of(2, 4).attendingTo(memory), Sampling.GREEDY, Passes.EXACT)) {
            Draft chain = new Draft(1);
            chain.restart(sequence);
            sequence.pass(chain);
            for (int first = 0; first < TEXT.length; first += rows) {
                sequence.append(new int[] {TEXT[first]});
                chain.restart(sequence);
                for (int row = first + 1; row < first + rows; row++) {
                    chain.add(chain.last(), TEXT[row]);
                }
                Pass pass = sequence.pass(chain);
                for (int row = 0; row < rows; row++) {
                    pass.logits(row, 0, logits[first + row]);
                }
                for (int row = first + 1; row < first + rows; row++) {
                    sequence.append(new int[] {TEXT[row]});
                }
            }
        }
        return logits;
    }

    /** What rounding to 8 bits loses of the logits. */
    private static double lost(String location) {
        return LostLogits.distance(
                logits(location, WeightFormat.RI8, 8, rows()), logits(location, WeightFormat.F32, 8, rows()));
    }
}
