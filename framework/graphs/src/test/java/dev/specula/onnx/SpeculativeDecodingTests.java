package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.graphs.Fixture;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A draft model changes how fast an answer comes, and no token of it. */
class SpeculativeDecodingTests {
    private static final int TOKENS = 120;

    @ParameterizedTest
    @MethodSource("dev.specula.graphs.Fixture#all")
    void saysTheRecordedGreedyTokens(String name) {
        Fixture fixture = Fixture.of(name);
        try (CausalModel target = fixture.load(WeightFormat.F32)) {
            ChainAnswer answer = ChainAnswer.of(target, target, 0, fixture, Sampling.GREEDY, 24);

            assertThat(answer.tokens()).isEqualTo(fixture.ids("greedy"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "llama, F32, 0",
        "llama, F32, 0.8",
        "llama, RI8, 0",
        "llama, RI8, 0.8",
        "llama, INT4, 0",
        "llama, INT4, 0.8",
        "qwen3, F32, 0",
        "qwen3, F32, 0.8",
        "qwen3, RI8, 0",
        "qwen3, RI8, 0.8",
        "qwen3, INT4, 0",
        "qwen3, INT4, 0.8",
        "qwen2, F32, 0",
        "qwen2, RI8, 0.8",
        "llama-tied, F32, 0.8",
        "llama-tied, RI8, 0",
        "gemma3, F32, 0",
        "gemma3, RI8, 0.8",
        "gpt2, F32, 0.8",
        "gpt2, INT4, 0",
        "llava, F32, 0",
        "llava, RI8, 0.8",
        "smolvlm, F32, 0.8"
    })
    void saysTheSameTokensWithADraftAsWithout(String name, WeightFormat format, double temperature) {
        Fixture fixture = Fixture.of(name);
        Sampling sampling = Sampling.at(temperature, 42);
        try (CausalModel target = fixture.load(format);
                CausalModel draft = fixture.loadDraft(WeightFormat.INT4)) {
            ChainAnswer reference = ChainAnswer.of(target, target, 0, fixture, sampling, TOKENS);

            for (int chain = 1; chain <= 7; chain += 2) {
                ChainAnswer answer = ChainAnswer.of(target, draft, chain, fixture, sampling, TOKENS);

                assertThat(answer.tokens()).isEqualTo(reference.tokens());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "whisper, F32, 0",
        "whisper, RI8, 0.8",
        "vit-gpt2, F32, 0",
        "vit-gpt2, F32, 0.8",
        "trocr, F32, 0",
        "trocr, INT4, 0.8"
    })
    void saysTheSameTokensOverAnEncodersRows(String name, WeightFormat format, double temperature) {
        Fixture fixture = Fixture.of(name);
        Sampling sampling = Sampling.at(temperature, 42);
        try (CausalModel target = fixture.load(format);
                CausalModel draft = fixture.loadDraft(WeightFormat.F32)) {
            ChainAnswer reference = ChainAnswer.of(target, target, 0, fixture, sampling, 60);
            ChainAnswer answer = ChainAnswer.of(target, draft, 3, fixture, sampling, 60);

            assertThat(answer.tokens()).isEqualTo(reference.tokens());
        }
    }

    @Test
    void needsFewerPassesThanTokensWithADraftThatSeesThePicture() {
        Fixture fixture = Fixture.of("llava");
        try (CausalModel target = fixture.load(WeightFormat.F32);
                CausalModel draft = fixture.loadDraft(WeightFormat.F32)) {
            ChainAnswer answer = ChainAnswer.of(target, draft, 4, fixture, Sampling.GREEDY, 24);

            assertThat(answer.tokens()).isEqualTo(fixture.ids("greedy"));
            assertThat(answer.passes()).isLessThan(24);
        }
    }

    @Test
    void neverRejectsATargetThatDraftsForItself() {
        Fixture fixture = Fixture.of("llama");
        try (CausalModel target = fixture.load(WeightFormat.F32);
                Sequence main = open(target, fixture, Passes.EXACT);
                Sequence small = open(target, fixture, Passes.EXACT)) {
            for (int round = 0; round < 20; round++) {
                assertThat(ChainAnswer.round(main, small, 4, Noise.seeded(3)).kept())
                        .isEqualTo(4);
            }
        }
    }

    @Test
    void checksTheLongestDraftThatAnAnnotationAllowsInOnePass() {
        Fixture fixture = Fixture.of("llama");
        try (CausalModel target = fixture.load(WeightFormat.F32);
                Sequence main = open(target, fixture, Passes.EXACT);
                Sequence small = open(target, fixture, Passes.EXACT)) {
            assertThat(ChainAnswer.round(main, small, 64, Noise.seeded(3)).kept())
                    .isEqualTo(64);
        }
    }

    private static Sequence open(CausalModel model, Fixture fixture, Passes passes) {
        return model.open(fixture.prompt(model), Sampling.at(0.8, 3), passes);
    }
}
