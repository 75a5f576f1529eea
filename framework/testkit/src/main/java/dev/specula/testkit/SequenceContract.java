package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.specula.noise.Law;
import dev.specula.token.ContextExceededException;
import dev.specula.token.Draft;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every sequence owes a round, whatever model and cache are behind it. Extend it in the tests of an engine; each check
 * compares laws with those of a sequence opened anew on the same columns.
 */
public abstract class SequenceContract {
    private static final int[] PROMPT = {1, 0, 1, 1, 0};

    /** A sequence of the model under test. */
    protected abstract Sequence open(Prompt prompt, Sampling sampling);

    /** Number of tokens of the model, at least 2. */
    protected abstract int tokens();

    /** Tokens in a column. */
    protected int lanes() {
        return 1;
    }

    /** Rows that the sequence's cache has. */
    protected abstract int context();

    /** Most that a probability may differ between two ways to compute a chain; 0 means the same bits. */
    protected double tolerance() {
        return 0;
    }

    /** Most that a probability may differ between a side branch of a tree and its path alone. */
    protected double treeTolerance() {
        return tolerance();
    }

    @Test
    protected final void startsWithThePromptPending() {
        try (Sequence main = open()) {
            assertThat(main.length()).isEqualTo(PROMPT.length);
            assertThat(main.computed()).isZero();
            assertThat(main.lanes()).isEqualTo(lanes());
            assertThat(columnsOf(main)).containsExactlyElementsOf(promptTokens());
        }
    }

    @Test
    protected final void aPassGivesALawOverAllTokens() {
        try (Sequence main = open()) {
            Law law = main.pass(restarted(main)).law(0, 0);
            assertThat(law.size()).isEqualTo(tokens());
            assertThat(IntStream.range(0, tokens()).mapToDouble(law::prob).sum())
                    .isCloseTo(1, offset(1e-9));
        }
    }

    @Test
    protected final void aChainHasTheSameLawsHoweverItIsCut() {
        int[] chain = {1, 1, 0, 1, 0, 0};
        try (Sequence whole = open();
                Sequence cut = open()) {
            Draft inOne = restarted(whole);
            Draft inMany = restarted(cut);
            for (int token : chain) {
                inOne.add(inOne.last(), column(token));
            }
            Pass pass = whole.pass(inOne);
            for (int node = 0; node <= chain.length; node++) {
                assertSame(cut.pass(inMany), node, pass, node, tolerance());
                if (node < chain.length) {
                    inMany.add(inMany.last(), column(chain[node]));
                }
            }
        }
    }

    @Test
    protected final void aNodeOfATreeHasTheLawOfItsPath() {
        try (Sequence main = open()) {
            Draft tree = restarted(main);
            int left = tree.add(0, column(0));
            int right = tree.add(0, column(1));
            int[] nodes = {
                left, right, tree.add(left, column(1)), tree.add(right, column(1)), tree.add(right, column(0))
            };
            Pass pass = main.pass(tree);
            for (int node : nodes) {
                assertFresh(pass, node, with(columnsOf(main), pathTo(tree, node)), treeTolerance());
            }
        }
    }

    @Test
    protected final void aTreeGrownInSeveralPassesHasTheLawsOfItsPaths() {
        try (Sequence main = open()) {
            Draft tree = restarted(main);
            main.pass(tree);
            int left = tree.add(0, column(0));
            int right = tree.add(0, column(1));
            main.pass(tree);
            int[] leaves = {tree.add(left, column(1)), tree.add(right, column(1)), tree.add(right, column(0))};
            Pass pass = main.pass(tree);
            for (int leaf : leaves) {
                assertFresh(pass, leaf, with(columnsOf(main), pathTo(tree, leaf)), treeTolerance());
            }
        }
    }

    @Test
    protected final void keepsThePathAndDropsTheRest() {
        try (Sequence main = open()) {
            Draft tree = restarted(main);
            tree.add(0, column(0));
            int right = tree.add(0, column(1));
            tree.add(1, column(1));
            int below = tree.add(right, column(1));
            main.pass(tree);
            List<Integer> wanted = with(columnsOf(main), pathTo(tree, below));
            wanted.addAll(filled(0));
            main.settle(tree, verdict(tree, 0, right, below));
            assertThat(columnsOf(main)).isEqualTo(wanted);
            assertThat(main.computed()).isEqualTo(main.length() - 1);
            assertAsFresh(main, treeTolerance());
        }
    }

    @Test
    protected final void computesWhatTheLastPassDidNotSee() {
        // A draft model's sequence: its last node was drawn and never fed. Kept whole, two columns are pending.
        try (Sequence small = open()) {
            Draft chain = restarted(small);
            small.pass(chain);
            chain.add(0, column(1));
            small.pass(chain);
            chain.add(1, column(0));
            small.settle(chain, verdict(chain, 1, 1, 2));
            assertThat(small.length() - small.computed()).isEqualTo(2);
            assertAsFresh(small, tolerance());
        }
    }

    @Test
    protected final void settlesADraftThatItNeverSaw() {
        try (Sequence small = open()) {
            small.pass(restarted(small));
            Draft other = restarted(small);
            other.add(0, column(1));
            small.settle(other, verdict(other, 0, 1));
            assertThat(small.length()).isEqualTo(PROMPT.length + 2);
            assertAsFresh(small, tolerance());
        }
    }

    @Test
    protected final void forgetsADraftThatWasNotSettled() {
        try (Sequence main = open()) {
            Draft dropped = restarted(main);
            dropped.add(0, column(0));
            dropped.add(1, column(1));
            main.pass(dropped);
            // Another draft, restarted as often, with other nodes in the same places.
            Draft draft = restarted(main);
            draft.add(0, column(1));
            draft.add(1, column(1));
            Pass pass = main.pass(draft);
            assertFresh(pass, 2, with(columnsOf(main), pathTo(draft, 2)), tolerance());
        }
    }

    @Test
    protected final void rewindsToAnAbsoluteLength() {
        try (Sequence main = open()) {
            main.pass(restarted(main));
            for (int token : new int[] {0, 1, 1, 0}) {
                main.append(column(token));
            }
            main.pass(restarted(main));
            List<Integer> columns = columnsOf(main);
            for (int length : new int[] {9, 8, 6, 3, 1}) {
                main.rewindTo(length);
                assertThat(main.length()).isEqualTo(length);
                assertThat(columnsOf(main)).isEqualTo(columns.subList(0, length * lanes()));
                assertThat(main.computed()).isLessThan(length);
                assertAsFresh(main, tolerance());
            }
            assertThatThrownBy(() -> main.rewindTo(0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> main.rewindTo(2)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    protected final void isAsFreshAfterManyRandomSteps() {
        SplittableRandom random = new SplittableRandom(17);
        for (Sampling sampling : List.of(Sampling.at(1, 0), new Sampling(.8, 0, 1, 1.3, 0))) {
            try (Sequence main = open(prompt(promptTokens()), sampling)) {
                for (int step = 0; step < 100; step++) {
                    List<Integer> wanted = randomStep(main, random);
                    assertThat(columnsOf(main)).isEqualTo(wanted);
                    assertThat(main.computed()).isLessThan(main.length());
                    if (step % 4 == 3) {
                        Pass pass = main.pass(restarted(main));
                        assertFresh(pass, 0, columnsOf(main), sampling, treeTolerance());
                    }
                }
            }
        }
    }

    @Test
    protected final void penalisesEachNodeByItsOwnHistory() {
        Sampling sampling = new Sampling(1, 0, 1, 2, 0);
        try (Sequence main = open(prompt(filled(0)), sampling)) {
            Draft tree = restarted(main);
            tree.add(0, column(0));
            tree.add(0, column(1));
            Pass pass = main.pass(tree);
            for (int node = 0; node < 3; node++) {
                assertFresh(pass, node, with(columnsOf(main), pathTo(tree, node)), sampling, treeTolerance());
            }
        }
    }

    @Test
    protected final void refusesAPassWithoutANewNode() {
        try (Sequence main = open()) {
            Draft draft = restarted(main);
            main.pass(draft);
            assertThatThrownBy(() -> main.pass(draft)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    protected final void refusesALawThatThePassDidNotCompute() {
        try (Sequence main = open()) {
            Draft draft = restarted(main);
            Pass pass = main.pass(draft);
            assertThatThrownBy(() -> pass.law(1, 0)).isInstanceOf(IllegalArgumentException.class);
            main.settle(draft, verdict(draft, 1));
            assertThatThrownBy(() -> pass.law(0, 0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    protected final void refusesWhatDoesNotFitAndGoesOn() {
        try (Sequence main = open()) {
            while (main.length() < context() - 1) {
                main.append(column(main.length() % 2));
            }
            Draft draft = restarted(main);
            draft.add(0, column(0));
            draft.add(1, column(1));
            assertThatThrownBy(() -> main.pass(draft)).isInstanceOf(ContextExceededException.class);
            main.rewindTo(PROMPT.length);
            assertAsFresh(main, tolerance());
        }
    }

    @Test
    protected final void mayBeClosedTwice() {
        Sequence main = open();
        main.pass(restarted(main));
        main.close();
        main.close();
    }

    private List<Integer> randomStep(Sequence main, SplittableRandom random) {
        List<Integer> columns = columnsOf(main);
        int most = Math.min(60, context() - 12);
        if (main.length() > most || random.nextInt(5) == 0) {
            int length = 1 + random.nextInt(main.length());
            main.rewindTo(length);
            return columns.subList(0, length * lanes());
        }
        if (random.nextInt(6) == 0) {
            main.append(column(0));
            columns.addAll(filled(0));
            return columns;
        }
        Draft tree = restarted(main);
        int passes = random.nextInt(3);
        for (int pass = 0; pass < passes; pass++) {
            main.pass(tree);
            for (int nodes = 1 + random.nextInt(3); nodes > 0; nodes--) {
                tree.add(random.nextInt(tree.nodes()), column(random.nextInt(2)));
            }
        }
        if (random.nextBoolean() && (passes > 0 || random.nextBoolean())) {
            main.pass(tree);
        }
        int node = random.nextInt(tree.nodes());
        List<Integer> path = new ArrayList<>();
        for (int n = node; n > 0; n = tree.parentOf(n)) {
            path.add(0, n);
        }
        columns.addAll(pathTo(tree, node));
        columns.addAll(filled(1));
        main.settle(tree, verdict(tree, 1, path.stream().mapToInt(n -> n).toArray()));
        return columns;
    }

    private Sequence open() {
        return open(prompt(promptTokens()), Sampling.at(1, 0));
    }

    private Prompt prompt(List<Integer> tokens) {
        return Prompt.ofLanes(
                lanes(), tokens.stream().mapToInt(Integer::intValue).toArray());
    }

    private List<Integer> promptTokens() {
        return IntStream.of(PROMPT)
                .boxed()
                .flatMap(token -> filled(token).stream())
                .toList();
    }

    private List<Integer> filled(int token) {
        return IntStream.of(column(token)).boxed().toList();
    }

    /** Lanes that differ, so that exchanging them is noticed. */
    private int[] column(int token) {
        return IntStream.range(0, lanes()).map(lane -> (token + lane) % 2).toArray();
    }

    private Draft restarted(Sequence main) {
        Draft draft = new Draft(lanes());
        draft.restart(main);
        return draft;
    }

    /** Keeps {@code path}; {@code token} follows it. */
    private Verdict verdict(Draft draft, int token, int... path) {
        Verdict verdict = draft.verdict();
        for (int node : path) {
            verdict.follow(node);
        }
        int[] column = column(token);
        for (int lane = 0; lane < lanes(); lane++) {
            verdict.say(lane, column[lane]);
        }
        return verdict.end();
    }

    private List<Integer> columnsOf(Sequence main) {
        List<Integer> tokens = new ArrayList<>();
        for (int column = 0; column < main.length(); column++) {
            for (int lane = 0; lane < lanes(); lane++) {
                tokens.add(main.token(column, lane));
            }
        }
        return tokens;
    }

    private List<Integer> pathTo(Draft draft, int node) {
        List<Integer> tokens = new ArrayList<>();
        for (int n = node; n > 0; n = draft.parentOf(n)) {
            for (int lane = lanes() - 1; lane >= 0; lane--) {
                tokens.add(0, draft.token(n, lane));
            }
        }
        return tokens;
    }

    private static List<Integer> with(List<Integer> columns, List<Integer> more) {
        List<Integer> all = new ArrayList<>(columns);
        all.addAll(more);
        return all;
    }

    private void assertAsFresh(Sequence main, double tolerance) {
        assertFresh(main.pass(restarted(main)), 0, columnsOf(main), tolerance);
    }

    private void assertFresh(Pass pass, int node, List<Integer> columns, double tolerance) {
        assertFresh(pass, node, columns, Sampling.at(1, 0), tolerance);
    }

    private void assertFresh(Pass pass, int node, List<Integer> columns, Sampling sampling, double tolerance) {
        try (Sequence fresh = open(prompt(columns), sampling)) {
            assertSame(pass, node, fresh.pass(restarted(fresh)), 0, tolerance);
        }
    }

    private void assertSame(Pass pass, int node, Pass other, int otherNode, double tolerance) {
        for (int lane = 0; lane < lanes(); lane++) {
            Law law = pass.law(node, lane);
            Law wanted = other.law(otherNode, lane);
            for (int token = 0; token < tokens(); token++) {
                assertThat(law.prob(token))
                        .as("token %d of lane %d after node %d", token, lane, node)
                        .isCloseTo(wanted.prob(token), offset(tolerance));
            }
        }
    }
}
