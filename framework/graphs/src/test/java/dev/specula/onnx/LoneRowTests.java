package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.graphs.Fixture;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One row is computed as one among others, or with another beside it. */
class LoneRowTests {
    @ParameterizedTest
    @CsvSource({"llama, F32", "llama, RI8", "qwen3, F32", "gpt2, RI8", "whisper, F32", "trocr, RI8"})
    void aGraphForOneRowIsThereAndGivesTheBitsOfAChain(String name, WeightFormat format) {
        try (OnnxCausalModel model = (OnnxCausalModel) Fixture.of(name).load(format)) {
            assertThat(model.lone()).isNotNull();
        }
    }

    @Test
    void isTriedInTheMemoryOfOneSequence() {
        try (OnnxCausalModel model = (OnnxCausalModel) Fixture.of("llama").load(WeightFormat.F32)) {
            assertThat(model.kept()).isOne();
        }
    }

    @ParameterizedTest
    @CsvSource({"gemma3, F32", "gemma3, RI8", "gemma3, INT4"})
    void aModelWithOneGraphHasItWidenTheAttentionOfOneRow(String name, WeightFormat format) {
        try (OnnxCausalModel model = (OnnxCausalModel) Fixture.of(name).load(format)) {
            assertThat(model.chain()).isNull();
            assertThat(model.widensLoneRow()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"gemma3, F32", "gemma3, RI8", "gemma3, INT4", "llama, F32", "llama, INT4", "gpt2, RI8"})
    void aPromptOfOneColumnHasTheBitsItHasBeforeADraft(String name, WeightFormat format) {
        try (OnnxCausalModel model = (OnnxCausalModel) Fixture.of(name).load(format);
                OnnxSequence alone = (OnnxSequence) model.open(Prompt.of(3), Sampling.GREEDY, Passes.EXACT);
                OnnxSequence drafted = (OnnxSequence) model.open(Prompt.of(3), Sampling.GREEDY, Passes.EXACT)) {
            Draft none = new Draft(1);
            none.restart(alone);
            alone.pass(none);
            Draft two = new Draft(1);
            two.restart(drafted);
            two.add(0, 5);
            two.add(1, 9);
            drafted.pass(two);

            assertThat(Logits.rows(alone, 0, 1)).isEqualTo(Logits.rows(drafted, 0, 1));
        }
    }

    @Test
    void thereIsNoneWhereItWouldPackWeightsOnceMore() {
        try (OnnxCausalModel model = (OnnxCausalModel) Fixture.of("llama").load(WeightFormat.INT4)) {
            assertThat(model.lone()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WeightFormat.class,
            names = {"F32", "RI8"})
    void aGraphThatBreaksItsPromiseIsNotUsed(WeightFormat format) {
        try (OnnxCausalModel wrong = Fixture.of("llama").loadWithWrongLoneRow(format);
                OnnxCausalModel right = (OnnxCausalModel) Fixture.of("llama").load(format);
                OnnxSequence padded = sayThree(wrong);
                OnnxSequence lone = sayThree(right)) {
            assertThat(wrong.lone()).isNull();
            assertThat(Logits.rows(padded, 0, 1)).isEqualTo(Logits.rows(lone, 0, 1));
            assertThat(Logits.cache(padded, 1, 7)).isEqualTo(Logits.cache(lone, 1, 7));
        }
    }

    /** A prompt of four columns and three more, one pass each. */
    private static OnnxSequence sayThree(OnnxCausalModel model) {
        OnnxSequence sequence = (OnnxSequence) model.open(Prompt.of(3, 1, 4, 1), Sampling.GREEDY, Passes.EXACT);
        Draft draft = new Draft(1);
        draft.restart(sequence);
        sequence.pass(draft);
        for (int token : new int[] {5, 9, 2}) {
            sequence.append(new int[] {token});
            draft.restart(sequence);
            sequence.pass(draft);
        }
        return sequence;
    }
}
