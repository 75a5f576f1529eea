package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.graphs.Fixture;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Sampling;
import java.nio.FloatBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints the rows of the table in docs/architectures.md: how far logits in 32-bit floats are from the recorded ones. */
class LargestDifferencesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "llama",
                "llama-tied",
                "qwen2",
                "qwen3",
                "gemma3",
                "gpt2",
                "llava",
                "smolvlm",
                "whisper",
                "vit-gpt2",
                "trocr"
            })
    void staysWithinATenThousandthOfTheReference(String name) {
        Fixture fixture = Fixture.of(name);
        try (CausalModel model = fixture.load(WeightFormat.F32)) {
            float prompt;
            float forced;
            try (OnnxSequence sequence = open(model, fixture)) {
                prompt = difference(sequence, new Draft(1), fixture.ids("prompt").length, fixture, "prompt.logits");
                for (int token : fixture.ids("forced")) {
                    sequence.append(new int[] {token});
                }
                forced = difference(sequence, new Draft(1), fixture.ids("forced").length, fixture, "forced.logits");
            }
            float tree = fixture.has("tree") ? tree(model, fixture) : 0;
            float encoder = fixture.has("encoder.rows") ? encoder(model, fixture) : 0;

            System.out.printf("| `%s` | %.1e | %.1e | %.1e | %.1e |%n", name, prompt, forced, tree, encoder);
            assertThat(Math.max(Math.max(prompt, forced), Math.max(tree, encoder)))
                    .isLessThan(1e-4f);
        }
    }

    private static float tree(CausalModel model, Fixture fixture) {
        try (OnnxSequence sequence = open(model, fixture)) {
            Draft draft = new Draft(1);
            draft.restart(sequence);
            sequence.pass(draft);
            int[] tokens = fixture.ids("tree");
            int[] parents = fixture.ids("parents");
            for (int i = 0; i < tokens.length; i++) {
                draft.add(parents[i] + 1, tokens[i]);
            }
            sequence.pass(draft);
            return Logits.largestDifference(Logits.rows(sequence, 0, tokens.length), fixture.tensor("tree.logits"));
        }
    }

    private static float encoder(CausalModel model, Fixture fixture) {
        FloatBuffer rows = fixture.encoded(model);
        float[] found = new float[rows.remaining()];
        rows.get(found);
        return Logits.largestDifference(found, fixture.tensor("encoder.rows"));
    }

    private static float difference(OnnxSequence sequence, Draft draft, int rows, Fixture fixture, String expected) {
        draft.restart(sequence);
        sequence.pass(draft);
        return Logits.difference(sequence, rows, fixture.tensor(expected));
    }

    private static OnnxSequence open(CausalModel model, Fixture fixture) {
        return (OnnxSequence) model.open(fixture.prompt(model), Sampling.GREEDY, Passes.EXACT);
    }
}
