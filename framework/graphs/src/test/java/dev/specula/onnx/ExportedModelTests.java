package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.Guarantee;
import dev.specula.SpeculaException;
import dev.specula.graphs.Fixture;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.Passes;
import dev.specula.plan.PipelineDescription;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that an exporter made graphs of are run as they are. */
class ExportedModelTests {
    private static final PipelineDescription CHAIN = new PipelineDescription(
            "story", "default", Guarantee.SAME_TOKENS, "a draft model", "chain", "match", "always", 4);

    @ParameterizedTest
    @CsvSource({"llama, model.onnx", "whisper, decoder_model_merged.onnx", "smolvlm, decoder_model_merged.onnx"})
    void sayTheRecordedGreedyTokens(String name, String decoder) {
        Fixture fixture = Fixture.of(name);
        try (CausalModel target = fixture.loadExport(decoder)) {
            assertThat(ChainAnswer.of(target, target, 0, fixture, Sampling.GREEDY, 24)
                            .tokens())
                    .isEqualTo(fixture.ids("greedy"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "llama, model.onnx, 0",
        "llama, model.onnx, 0.8",
        "whisper, decoder_model_merged.onnx, 0",
        "whisper, decoder_model_merged.onnx, 0.8",
        "smolvlm, decoder_model_merged.onnx, 0",
        "smolvlm, decoder_model_merged.onnx, 0.8"
    })
    void sayTheSameTokensWithADraftAsWithout(String name, String decoder, double temperature) {
        Fixture fixture = Fixture.of(name);
        try (CausalModel target = fixture.loadExport(decoder);
                CausalModel draft = fixture.loadDraft(WeightFormat.F32)) {
            Sampling sampling = Sampling.at(temperature, 42);
            ChainAnswer reference = ChainAnswer.of(target, draft, 0, fixture, sampling, 60);

            for (int chain = 1; chain <= 7; chain += 2) {
                ChainAnswer answer = ChainAnswer.of(target, draft, chain, fixture, sampling, 60);

                assertThat(answer.tokens()).isEqualTo(reference.tokens());
                assertThat(answer.passes()).isLessThan(reference.passes());
            }
        }
    }

    @Test
    void draftForOthers() {
        Fixture fixture = Fixture.of("llama");
        try (CausalModel target = fixture.load(WeightFormat.F32);
                CausalModel draft = fixture.loadExport("model.onnx")) {
            ChainAnswer answer = ChainAnswer.of(target, draft, 4, fixture, Sampling.GREEDY, 24);

            assertThat(answer.tokens()).isEqualTo(fixture.ids("greedy"));
            assertThat(answer.passes()).isEqualTo(5); // it never disagrees with itself
        }
    }

    /** One scale for the activations of all rows: a row comes out otherwise beside others. */
    @Test
    void draftAndDoNotVerifyWhereRowsDependOnTheirNeighbours() {
        Fixture fixture = Fixture.of("llama");
        try (CausalModel target = fixture.load(WeightFormat.F32);
                CausalModel draft = fixture.loadExport("model_quantized.onnx")) {
            ChainAnswer answer = ChainAnswer.of(target, draft, 4, fixture, Sampling.GREEDY, 24);

            assertThat(answer.tokens()).isEqualTo(fixture.ids("greedy"));
            assertThat(answer.passes()).isLessThan(24);
            assertThatThrownBy(() -> CHAIN.over(draft))
                    .isInstanceOf(IncompatibleModelsException.class)
                    .hasMessageContaining("\"llama-export\" does not, as exports with 8-bit activations");
            assertThatThrownBy(() -> draft.open(fixture.prompt(draft), Sampling.GREEDY, Passes.EXACT))
                    .isInstanceOf(SpeculaException.class)
                    .hasMessageContaining("cannot verify drafts: logits of a row differ by up to")
                    .hasMessageContaining("take another export, or load the model from its checkpoint");
        }
    }

    @Test
    void refuseTreesAndRowsWithASentence() {
        Fixture fixture = Fixture.of("llama");
        try (CausalModel model = fixture.loadExport("model.onnx");
                Sequence sequence = model.open(Prompt.of(1, 2, 3), Sampling.GREEDY, Passes.EXACT)) {
            Draft tree = new Draft(1);
            tree.restart(sequence);
            tree.add(0, 5);
            tree.add(0, 6);
            Prompt given = Prompt.of(1, 2, 3).withRows(0, 1, FloatBuffer.allocate(64));

            assertThatThrownBy(() -> sequence.pass(tree))
                    .isInstanceOf(SpeculaException.class)
                    .hasMessage(
                            "\"llama-export\" was exported with a mask of columns, not of rows, so it takes chains, but"
                                    + " the draft branches; let drafts grow as chains, or load the model from its checkpoint.");
            assertThatThrownBy(() -> model.open(given, Sampling.GREEDY, Passes.EXACT))
                    .isInstanceOf(SpeculaException.class)
                    .hasMessage(
                            "\"llama-export\" was exported to read tokens, but the prompt gives 1 columns as rows; it needs an"
                                    + " export that takes inputs_embeds.");
        }
    }

    @Test
    void areRefusedByPipelinesWhoseDraftsBranch() {
        PipelineDescription tree = PipelineDescription.branching(
                "story", "default", Guarantee.SAME_TOKENS, "a draft model", "tree", "match", "always", 7);
        try (CausalModel model = Fixture.of("llama").loadExport("model.onnx")) {
            assertThatThrownBy(() -> tree.over(model))
                    .isInstanceOf(IncompatibleModelsException.class)
                    .hasMessage(
                            "\"llama-export\" must take drafts that branch, as those of \"story\" do, but takes chains only,"
                                    + " as models exported to ONNX do; let drafts grow as chains, or load the model from its"
                                    + " checkpoint.");
            assertThatThrownBy(() -> tree.draftedBy(model)).isInstanceOf(IncompatibleModelsException.class);
        }
    }
}
