package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.graphs.Fixture;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a chain is cut into passes changes no bit; where a tree must differ, it differs by little. */
class ExactnessTests {
    private static final int COLUMNS = 200;

    private final int[] tokens = new Random(5).ints(COLUMNS, 0, 500).toArray();

    @ParameterizedTest
    @CsvSource({
        "llama, F32",
        "llama, RI8",
        "llama, INT4",
        "gemma3, F32",
        "gemma3, RI8",
        "gemma3, INT4",
        "gpt2, F32",
        "gpt2, RI8",
        "gpt2, INT4"
    })
    void givesTheSameBitsHoweverAChainIsCut(String name, WeightFormat format) {
        try (CausalModel model = Fixture.of(name).load(format);
                OnnxSequence inTwos = open(model, 2);
                OnnxSequence cut = open(model, 17)) {
            float[] expected = logitsOfRest(inTwos, 2, () -> 2);
            Random random = new Random(11);

            float[] found = logitsOfRest(cut, 17, () -> 1 + random.nextInt(40));

            int vocabulary = model.spec().vocabulary();
            assertThat(found).isEqualTo(Arrays.copyOfRange(expected, 15 * vocabulary, expected.length));
            assertThat(allCaches(cut)).isEqualTo(allCaches(inTwos));
        }
    }

    @ParameterizedTest
    @EnumSource(WeightFormat.class)
    void givesTheSameBitsWhenTheWholePromptIsOnePass(WeightFormat format) {
        try (CausalModel model = Fixture.of("llama").load(format);
                OnnxSequence inTwos = open(model, 2);
                OnnxSequence whole = open(model, COLUMNS)) {
            float[] expected = logitsOfRest(inTwos, 2, () -> 2);
            Draft draft = new Draft(1);
            draft.restart(whole);

            whole.pass(draft);

            float[] last = Logits.rows(whole, COLUMNS - 1, 1);
            assertThat(last).isEqualTo(Arrays.copyOfRange(expected, expected.length - 512, expected.length));
            assertThat(allCaches(whole)).isEqualTo(allCaches(inTwos));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {257, 258, 470})
    void givesTheSameBitsForPromptsTooLongForOneRun(int columns) {
        int[] prompt = new Random(7).ints(columns, 0, 500).toArray();
        try (CausalModel model = Fixture.of("llama").load(WeightFormat.F32);
                OnnxSequence whole = open(model, prompt);
                OnnxSequence cut = open(model, Arrays.copyOf(prompt, 100))) {
            Draft draft = new Draft(1);
            draft.restart(cut);
            cut.pass(draft);
            for (int column = 100; column < columns; column++) {
                cut.append(new int[] {prompt[column]});
            }
            draft.restart(cut);
            cut.pass(draft);
            draft.restart(whole);
            whole.pass(draft);

            assertThat(Logits.rows(whole, columns - 1, 1)).isEqualTo(Logits.rows(cut, columns - 101, 1));
            assertThat(Logits.cache(whole, 5, columns)).isEqualTo(Logits.cache(cut, 5, columns));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 257, 470})
    void givesTheTrunkOfATreeTheBitsOfAChainBehindAPromptTooLongForOneRun(int columns) {
        int[] prompt = new Random(8).ints(columns, 0, 500).toArray();
        try (CausalModel model = Fixture.of("llama").load(WeightFormat.F32);
                OnnxSequence chain = open(model, prompt);
                OnnxSequence tree = open(model, prompt)) {
            Draft trunk = new Draft(1);
            trunk.restart(chain);
            Draft branched = new Draft(1);
            branched.restart(tree);
            for (int i = 0; i < 4; i++) {
                trunk.add(i, tokens[50 + i]);
                branched.add(i, tokens[50 + i]);
            }
            branched.add(0, 7);

            chain.pass(trunk);
            tree.pass(branched);

            assertThat(Logits.rows(tree, columns - 1, 5)).isEqualTo(Logits.rows(chain, columns - 1, 5));
            assertThat(Logits.cache(tree, 5, columns)).isEqualTo(Logits.cache(chain, 5, columns));
        }
    }

    @ParameterizedTest
    @EnumSource(WeightFormat.class)
    void givesTheTrunkOfATreeTheBitsOfAChain(WeightFormat format) {
        try (CausalModel model = Fixture.of("llama").load(format);
                OnnxSequence chain = open(model, 50);
                OnnxSequence tree = open(model, 50)) {
            Draft trunk = new Draft(1);
            trunk.restart(chain);
            Draft branched = new Draft(1);
            branched.restart(tree);
            for (int i = 0; i < 4; i++) {
                trunk.add(i, tokens[50 + i]);
                branched.add(i, tokens[50 + i]);
            }
            branched.add(0, 7);
            branched.add(5, 9);
            branched.add(2, 11);

            chain.pass(trunk);
            tree.pass(branched);

            assertThat(Logits.rows(tree, 49, 5)).isEqualTo(Logits.rows(chain, 49, 5));
        }
    }

    @ParameterizedTest
    @EnumSource(WeightFormat.class)
    void givesOtherNodesOfATreeTheLogitsOfTheirPathUpToRounding(WeightFormat format) {
        try (CausalModel model = Fixture.of("llama").load(format);
                OnnxSequence chain = open(model, 50);
                OnnxSequence tree = open(model, 50)) {
            Draft path = new Draft(1);
            path.restart(chain);
            path.add(path.add(0, 7), 9);
            Draft branched = new Draft(1);
            branched.restart(tree);
            branched.add(branched.add(0, tokens[50]), tokens[51]);
            branched.add(branched.add(0, 7), 9);

            chain.pass(path);
            tree.pass(branched);

            float[] expected = Logits.rows(chain, 50, 2);
            float[] found = Logits.rows(tree, 52, 2);
            float allowed = switch (format) {
                case F32, STORED -> 1e-5f;
                case INT4 -> 0.1f;
                case RI8 -> 0.3f;
            };
            assertThat(Logits.largestDifference(found, expected)).isLessThan(allowed);
        }
    }

    @Test
    void branchesRightAfterAPromptOfOneColumn() {
        try (CausalModel model = Fixture.of("llama").load(WeightFormat.F32);
                OnnxSequence chain = open(model, 1);
                OnnxSequence tree = open(model, 1)) {
            Draft path = new Draft(1);
            path.restart(chain);
            path.add(0, 7);
            Draft branched = new Draft(1);
            branched.restart(tree);
            branched.add(0, 9);
            branched.add(0, 7);

            chain.pass(path);
            tree.pass(branched);

            assertThat(Logits.largestDifference(Logits.rows(tree, 0, 1), Logits.rows(chain, 0, 1)))
                    .isLessThan(1e-5f);
            assertThat(Logits.largestDifference(Logits.rows(tree, 2, 1), Logits.rows(chain, 1, 1)))
                    .isLessThan(1e-5f);
        }
    }

    @ParameterizedTest
    @EnumSource(WeightFormat.class)
    void hidesSiblingsThatEarlierPassesComputed(WeightFormat format) {
        try (CausalModel model = Fixture.of("llama").load(format);
                OnnxSequence path = open(model, 50);
                OnnxSequence grown = open(model, 50)) {
            Draft straight = new Draft(1);
            straight.restart(path);
            straight.add(straight.add(0, 7), 9);
            Draft tree = new Draft(1);
            tree.restart(grown);
            tree.add(0, tokens[50]);
            int side = tree.add(0, 7);

            path.pass(straight);
            grown.pass(tree);
            tree.add(side, 9); // the last row so far is its parent, but the row before that is not
            grown.pass(tree);

            float[] expected = Logits.rows(path, 51, 1);
            float[] found = Logits.rows(grown, 0, 1);
            assertThat(Logits.largestDifference(found, expected)).isLessThan(format == WeightFormat.F32 ? 1e-5f : 0.3f);
        }
    }

    private OnnxSequence open(CausalModel model, int columns) {
        return open(model, Arrays.copyOf(tokens, columns));
    }

    private static OnnxSequence open(CausalModel model, int[] prompt) {
        return (OnnxSequence) model.open(Prompt.of(prompt), Sampling.GREEDY, Passes.EXACT);
    }

    /** Computes {@code prompt} columns in one pass and the rest in pieces; returns the logits of all but the first pass. */
    private float[] logitsOfRest(OnnxSequence sequence, int prompt, IntSupplier piece) {
        int vocabulary = sequence.shape().logits();
        float[] all = new float[(COLUMNS - prompt) * vocabulary];
        Draft draft = new Draft(1);
        draft.restart(sequence);
        sequence.pass(draft);
        for (int column = prompt; column < COLUMNS; ) {
            int rows = Math.min(piece.getAsInt(), COLUMNS - column);
            for (int i = 0; i < rows; i++) {
                sequence.append(new int[] {tokens[column + i]});
            }
            draft.restart(sequence);
            sequence.pass(draft);
            System.arraycopy(Logits.rows(sequence, 0, rows), 0, all, (column - prompt) * vocabulary, rows * vocabulary);
            column += rows;
        }
        return all;
    }

    private static float[] allCaches(OnnxSequence sequence) {
        int layers = sequence.shape().layers();
        float[][] caches = new float[2 * layers][];
        int size = 0;
        for (int i = 0; i < 2 * layers; i++) {
            caches[i] = Logits.cache(sequence, i, COLUMNS);
            size += caches[i].length;
        }
        float[] all = new float[size];
        int at = 0;
        for (float[] cache : caches) {
            System.arraycopy(cache, 0, all, at, cache.length);
            at += cache.length;
        }
        return all;
    }
}
