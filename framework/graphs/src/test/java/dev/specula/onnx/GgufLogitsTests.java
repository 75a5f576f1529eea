package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.graphs.Fixture;
import dev.specula.graphs.GgufFixture;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GGUF files, as they are, compute what the reference library recorded for their dequantised weights. */
class GgufLogitsTests {
    private static final float TOLERANCE = 1e-4f;

    @ParameterizedTest
    @CsvSource({"llama, F16", "llama, Q8_0", "llama, Q4_0", "qwen2, Q8_0", "qwen2, Q4_0", "gguf-k-quants, Q4_K_M"})
    void giveTheRecordedLogitsAndContinuation(String name, String kind) {
        GgufFixture fixture = GgufFixture.of(name, kind);
        int[] prompt = fixture.ids("input.input_ids");
        try (CausalModel model = fixture.load(WeightFormat.F32);
                OnnxSequence sequence = open(model, prompt)) {
            Draft draft = new Draft(1);
            draft.restart(sequence);
            sequence.pass(draft);
            Logits.assertRowsEqual(sequence, prompt.length, fixture.tensor("prompt.logits"), TOLERANCE);

            int[] expected = fixture.ids("greedy.ids");
            int[] said = new int[expected.length];
            Noise noise = Noise.seeded(1);
            for (int i = 0; i < said.length; i++) {
                draft.restart(sequence);
                said[i] = noise.token(sequence.pass(draft).law(0, 0), sequence.length(), 0);
                sequence.append(new int[] {said[i]});
            }
            assertThat(said).containsExactly(expected);
        }
    }

    /** Queries and keys normalised per head, and heads that together are not as wide as the stream. */
    @Test
    void giveTheLogitsOfTheCheckpointWhoseNumbersTheyHold() {
        Fixture checkpoint = Fixture.of("qwen3");
        int[] prompt = checkpoint.ids("prompt");
        try (CausalModel model = GgufFixture.load("qwen3", "F32");
                OnnxSequence sequence = open(model, prompt)) {
            Draft draft = new Draft(1);
            draft.restart(sequence);

            sequence.pass(draft);

            Logits.assertRowsEqual(sequence, prompt.length, checkpoint.tensor("prompt.logits"), TOLERANCE);
        }
    }

    /** The runtime rounds activations to 8 bits before it multiplies them with codes. */
    @ParameterizedTest
    @CsvSource({
        "llama, F16, STORED, 0.999999",
        "llama, Q8_0, STORED, 0.9995",
        "llama, Q4_0, STORED, 0.9995",
        "llama, Q4_0, INT4, 0.9995",
        "qwen2, Q8_0, STORED, 0.9995",
        "qwen2, Q4_0, STORED, 0.9995",
        "gguf-k-quants, Q4_K_M, STORED, 0.9995",
        "gguf-k-quants, Q4_K_M, RI8, 0.999"
    })
    void stayNearTheRecordedLogitsWhenTheirCodesAreMultiplied(
            String name, String kind, WeightFormat format, double likeness) {
        GgufFixture fixture = GgufFixture.of(name, kind);
        int[] prompt = fixture.ids("input.input_ids");
        try (CausalModel model = fixture.load(format);
                OnnxSequence sequence = open(model, prompt)) {
            Draft draft = new Draft(1);
            draft.restart(sequence);

            sequence.pass(draft);

            float[] found = Logits.rows(sequence, 0, prompt.length);
            assertThat(Logits.cosine(found, fixture.tensor("prompt.logits"))).isGreaterThan(likeness);
        }
    }

    @Test
    void giveTheSameBitsHoweverAChainIsCutWhenTheirCodesAreMultiplied() {
        GgufFixture fixture = GgufFixture.of("gguf-k-quants", "Q4_K_M");
        int[] prompt = fixture.ids("input.input_ids");
        try (CausalModel model = fixture.load(WeightFormat.STORED);
                OnnxSequence whole = open(model, prompt);
                OnnxSequence cut = open(model, Arrays.copyOf(prompt, 20))) {
            Draft draft = new Draft(1);
            draft.restart(whole);
            whole.pass(draft);
            float[] expected = Logits.rows(whole, 35, 5);

            draft.restart(cut);
            cut.pass(draft);
            for (int size : new int[] {2, 13, 5}) {
                for (int i = 0; i < size; i++) {
                    cut.append(new int[] {prompt[cut.length()]});
                }
                draft.restart(cut);
                cut.pass(draft);
            }

            assertThat(Logits.rows(cut, 0, 5)).containsExactly(expected);
        }
    }

    private static OnnxSequence open(CausalModel model, int[] prompt) {
        return (OnnxSequence) model.open(Prompt.of(prompt), Sampling.GREEDY, Passes.EXACT);
    }
}
