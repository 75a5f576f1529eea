package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.graphs.Fixture;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Verdict;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a sequence went through, its cache is that of its columns computed afresh. */
class CacheTests {
    private static final int STEPS = 200;

    @ParameterizedTest
    @EnumSource(WeightFormat.class)
    void holdsTheBitsOfAFreshPromptAfterAnyRoundsOfChains(WeightFormat format) {
        try (CausalModel model = Fixture.of("qwen3").load(format);
                OnnxSequence walked = open(model, 1, 2, 3);
                OnnxSequence fresh = walk(model, walked, 4, Shape.CHAIN)) {
            for (int buffer = 0; buffer < 2 * model.spec().layers(); buffer++) {
                float[] expected = Logits.cache(fresh, buffer, walked.computed());

                assertThat(Logits.cache(walked, buffer, walked.computed())).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WeightFormat.class,
            names = {"F32"})
    void holdsTheNumbersOfAFreshPromptAfterAnyRoundsOfTrees(WeightFormat format) {
        try (CausalModel model = Fixture.of("qwen3").load(format);
                OnnxSequence walked = open(model, 1, 2, 3);
                OnnxSequence fresh = walk(model, walked, 4, Shape.TREE)) {
            for (int buffer = 0; buffer < 2 * model.spec().layers(); buffer++) {
                float[] expected = Logits.cache(fresh, buffer, walked.computed());

                assertThat(Logits.largestDifference(Logits.cache(walked, buffer, walked.computed()), expected))
                        .isLessThan(2e-5f);
            }
        }
    }

    private enum Shape {
        CHAIN,
        TREE
    }

    private static OnnxSequence open(CausalModel model, int... tokens) {
        return (OnnxSequence) model.open(Prompt.of(tokens), Sampling.GREEDY, Passes.EXACT);
    }

    /** Drafts, keeps, appends and rewinds at random; returns a new sequence that has computed the same columns at once. */
    private static OnnxSequence walk(CausalModel model, OnnxSequence sequence, int seed, Shape shape) {
        Random random = new Random(seed);
        Draft draft = new Draft(1);
        for (int step = 0; step < STEPS; step++) {
            if (sequence.length() > 300 || random.nextInt(5) == 0) {
                sequence.rewindTo(Math.max(1, sequence.length() - random.nextInt(9)));
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                sequence.append(new int[] {random.nextInt(500)});
            }
            draft.restart(sequence);
            int nodes = random.nextInt(9);
            boolean twice = random.nextBoolean();
            for (int i = 0; i < nodes; i++) {
                draft.add(shape == Shape.CHAIN ? i : random.nextInt(i + 1), random.nextInt(500));
                if (twice && i == nodes / 2) {
                    sequence.pass(draft);
                }
            }
            if (!twice || nodes / 2 < nodes - 1 || nodes == 0) {
                sequence.pass(draft);
            }
            sequence.settle(draft, randomPath(draft, random));
        }
        sequence.append(new int[] {1});
        draft.restart(sequence);
        sequence.pass(draft);
        int[] tokens = new int[sequence.length()];
        Arrays.setAll(tokens, column -> sequence.token(column, 0));
        OnnxSequence fresh = open(model, tokens);
        draft.restart(fresh);
        fresh.pass(draft);
        assertThat(sequence.length()).isBetween(150, 350);
        return fresh;
    }

    private static Verdict randomPath(Draft draft, Random random) {
        Verdict kept = draft.verdict();
        for (int child = draft.nextChild(0, Draft.NONE); child != Draft.NONE; ) {
            if (random.nextInt(4) == 0) {
                int sibling = draft.nextChild(kept.last(), child);
                if (sibling == Draft.NONE) {
                    break;
                }
                child = sibling;
                continue;
            }
            kept.follow(child);
            child = draft.nextChild(child, Draft.NONE);
        }
        kept.say(0, random.nextInt(500));
        return kept.end();
    }
}
