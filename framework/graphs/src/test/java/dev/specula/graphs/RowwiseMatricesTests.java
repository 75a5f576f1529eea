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
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products in 8 bits, with steps that a checkpoint gives and with steps of each row's own. */
class RowwiseMatricesTests {
    private static final int VOCABULARY = 512;
    private static final int NOUGHT = 5; // a token whose embedding is all noughts
    private static final int[] TEXT = {1, 40, NOUGHT, 77, 300, 9, 12, 250};
    private static final String LAST = "model.layers.0.mlp.down_proj";
    private static final String[] ROUNDED = {
        "layers.0.self_attn.q_proj",
        "layers.0.self_attn.k_proj",
        "layers.0.self_attn.v_proj",
        "layers.0.self_attn.o_proj",
        "layers.0.mlp.gate_proj",
        "layers.0.mlp.up_proj",
        "embed_tokens"
    };

    @TempDir
    Path folder;

    @Test
    void comeCloseToTheExactOnesWithStepsOfEachRowsOwn() {
        String location = location(checkpoint());

        assertThat(lost(location)).isLessThan(0.03);
    }

    @Test
    void comeCloseToTheExactOnesWithStepsOfTheCheckpoint() {
        String location = location(withSteps(checkpoint(), 0.012f));

        assertThat(lost(location)).isLessThan(0.08);
    }

    /** Inputs of the last product differ in size a hundredfold. */
    @Test
    void comeCloseToTheExactOnesWithStepsOfSingleInputs() {
        float[] steps = new float[64];
        for (int input = 0; input < steps.length; input++) {
            steps[input] = input % 2 == 0 ? 0.02f : 2f;
        }
        String own = location(uneven(checkpoint()).add(LAST + ".input_scale", steps, 64));
        String one = location(uneven(checkpoint()).add(LAST + ".input_scale", new float[] {2}, 1));
        float[][] exact = logits(own, WeightFormat.F32, 8);

        assertThat(LostLogits.distance(logits(own, WeightFormat.RI8, 8), exact)).isLessThan(0.04);
        assertThat(LostLogits.distance(logits(one, WeightFormat.RI8, 8), exact)).isGreaterThan(0.1);
        assertThat(logits(own, WeightFormat.RI8, 2)).isEqualTo(logits(own, WeightFormat.RI8, 8));
    }

    @Test
    void areOffWithStepsThatAreFarTooLarge() {
        String location = location(withSteps(checkpoint(), 0.5f));

        assertThat(lost(location)).isGreaterThan(0.2);
    }

    @Test
    void sayTheSameBitsHoweverRowsAreCut() {
        String own = location(checkpoint());
        assertThat(logits(own, WeightFormat.RI8, 2)).isEqualTo(logits(own, WeightFormat.RI8, 8));
        String given = location(withSteps(checkpoint(), 0.012f));
        assertThat(logits(given, WeightFormat.RI8, 2)).isEqualTo(logits(given, WeightFormat.RI8, 8));
    }

    @ParameterizedTest
    @ValueSource(floats = {0, -1, Float.NaN, Float.POSITIVE_INFINITY})
    void areRefusedWithAStepThatIsNone(float step) {
        String location = location(withSteps(checkpoint(), step));

        assertThatThrownBy(() -> logits(location, WeightFormat.RI8, 8))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining(".input_scale\" must hold steps greater than 0, but holds " + step);
    }

    @Test
    void areRefusedWithStepsOfOtherInputs() {
        String location = location(checkpoint().add(LAST + ".input_scale", new float[32], 32));

        assertThatThrownBy(() -> logits(location, WeightFormat.RI8, 8))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("input_scale\" must hold one step or 64, but holds 32.");
    }

    private static CheckpointWriter checkpoint() {
        CheckpointWriter writer = new CheckpointWriter().decoder("model.", VOCABULARY);
        Arrays.fill(writer.values("model.embed_tokens.weight"), NOUGHT * 32, (NOUGHT + 1) * 32, 0f);
        return writer;
    }

    /** Every second input of the last product a hundred times as large, and its weight so much smaller. */
    private static CheckpointWriter uneven(CheckpointWriter writer) {
        float[] up = writer.values("model.layers.0.mlp.up_proj.weight");
        float[] down = writer.values(LAST + ".weight");
        for (int input = 1; input < 64; input += 2) {
            for (int i = 0; i < 32; i++) {
                up[input * 32 + i] *= 100;
                down[i * 64 + input] /= 100;
            }
        }
        return writer;
    }

    private static CheckpointWriter withSteps(CheckpointWriter writer, float step) {
        for (String layer : ROUNDED) {
            writer.add("model." + layer + ".input_scale", new float[] {step}, 1);
        }
        return writer;
    }

    private String location(CheckpointWriter writer) {
        return writer.write(
                folder.resolve(Integer.toString(System.identityHashCode(writer))),
                CheckpointWriter.decoderConfig(VOCABULARY));
    }

    /** Logits behind all tokens of {@link #TEXT}, in passes over {@code rows} of them. */
    private static float[][] logits(String location, WeightFormat format, int rows) {
        float[][] logits = new float[TEXT.length][VOCABULARY];
        try (CausalModel model = CheckpointLoader.load("steps", new CheckpointSource(location, format, 64));
                Sequence sequence = model.open(Prompt.of(new int[] {2, 4}), Sampling.GREEDY, Passes.EXACT)) {
            Draft chain = new Draft(1);
            chain.restart(sequence);
            for (int first = 0; first < TEXT.length; first += rows) {
                for (int row = first; row < first + rows; row++) {
                    chain.add(chain.last(), TEXT[row]);
                }
                Pass pass = sequence.pass(chain);
                for (int row = first; row < first + rows; row++) {
                    pass.logits(row + 1, 0, logits[row]);
                }
            }
        }
        return logits;
    }

    /** What rounding to 8 bits loses of the logits. */
    private static double lost(String location) {
        return LostLogits.distance(logits(location, WeightFormat.RI8, 8), logits(location, WeightFormat.F32, 8));
    }
}
