package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.graphs.Fixture;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Match;
import dev.specula.token.Pass;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.Verdict;
import java.util.Arrays;
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
            int[] said = decode(target, target, 0, fixture, Sampling.GREEDY, 24);

            assertThat(said).isEqualTo(fixture.ids("greedy"));
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
            int[] reference = decode(target, target, 0, fixture, sampling, TOKENS);

            for (int chain = 1; chain <= 7; chain += 2) {
                int[] said = decode(target, draft, chain, fixture, sampling, TOKENS);

                assertThat(said).isEqualTo(reference);
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
            int[] reference = decode(target, target, 0, fixture, sampling, 60);

            assertThat(decode(target, draft, 3, fixture, sampling, 60)).isEqualTo(reference);
        }
    }

    @Test
    void needsFewerPassesThanTokensWithADraftThatSeesThePicture() {
        Fixture fixture = Fixture.of("llava");
        try (CausalModel target = fixture.load(WeightFormat.F32);
                CausalModel draft = fixture.loadDraft(WeightFormat.F32);
                Sequence main = target.open(fixture.prompt(target), Sampling.GREEDY, Passes.EXACT);
                Sequence small = draft.open(fixture.prompt(draft), Sampling.GREEDY, Passes.FASTEST)) {
            int prompt = main.length();
            int passes = 0;
            while (main.length() < prompt + 24) {
                round(main, small, 4, Noise.seeded(0));
                passes++;
            }
            int[] said = new int[24];
            Arrays.setAll(said, i -> main.token(prompt + i, 0));

            assertThat(said).isEqualTo(fixture.ids("greedy"));
            assertThat(passes).isLessThan(24);
        }
    }

    @Test
    void neverRejectsATargetThatDraftsForItself() {
        Fixture fixture = Fixture.of("llama");
        try (CausalModel target = fixture.load(WeightFormat.F32);
                Sequence main = open(target, fixture, Passes.EXACT);
                Sequence small = open(target, fixture, Passes.EXACT)) {
            for (int round = 0; round < 20; round++) {
                assertThat(round(main, small, 4, Noise.seeded(3)).kept()).isEqualTo(4);
            }
        }
    }

    @Test
    void checksTheLongestDraftThatAnAnnotationAllowsInOnePass() {
        Fixture fixture = Fixture.of("llama");
        try (CausalModel target = fixture.load(WeightFormat.F32);
                Sequence main = open(target, fixture, Passes.EXACT);
                Sequence small = open(target, fixture, Passes.EXACT)) {
            assertThat(round(main, small, 64, Noise.seeded(3)).kept()).isEqualTo(64);
        }
    }

    private static Sequence open(CausalModel model, Fixture fixture, Passes passes) {
        return model.open(fixture.prompt(model), Sampling.at(0.8, 3), passes);
    }

    private static int[] decode(
            CausalModel target, CausalModel draft, int chain, Fixture fixture, Sampling sampling, int tokens) {
        Noise noise = Noise.seeded(sampling.seed());
        try (Sequence main = target.open(fixture.prompt(target), sampling, Passes.EXACT);
                Sequence small = draft.open(fixture.prompt(draft), sampling, Passes.FASTEST)) {
            int prompt = main.length();
            while (main.length() < prompt + tokens) {
                round(main, small, chain, noise);
            }
            int[] said = new int[tokens];
            Arrays.setAll(said, i -> main.token(prompt + i, 0));
            return said;
        }
    }

    private static Verdict round(Sequence main, Sequence small, int chain, Noise noise) {
        Draft draft = new Draft(1);
        draft.restart(main);
        for (int i = 0; i < chain; i++) {
            draft.draw(draft.last(), small.pass(draft), noise);
        }
        Pass said = main.pass(draft);
        Verdict kept = new Match().judge(draft, said, noise);
        main.settle(draft, kept);
        small.settle(draft, kept);
        return kept;
    }
}
