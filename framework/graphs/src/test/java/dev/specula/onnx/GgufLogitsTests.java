package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.graphs.GgufFixture;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GGUF files, as they are, compute what the reference library recorded for their dequantised weights. */
class GgufLogitsTests {
    private static final float TOLERANCE = 1e-4f;

    @ParameterizedTest
    @CsvSource({"llama, F16", "llama, Q8_0", "llama, Q4_0", "qwen2, Q8_0", "gguf-k-quants, Q4_K_M"})
    void giveTheRecordedLogitsAndContinuation(String name, String kind) {
        GgufFixture fixture = GgufFixture.of(name, kind);
        int[] prompt = fixture.ids("input.input_ids");
        try (CausalModel model = fixture.load(WeightFormat.F32);
                OnnxSequence sequence = (OnnxSequence) model.open(Prompt.of(prompt), Sampling.GREEDY, Passes.EXACT)) {
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
}
