package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.specula.noise.Law;
import dev.specula.token.ContextExceededException;
import dev.specula.token.Draft;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every sequence owes a round, whatever model and cache are behind it. Extend it in the tests of an engine; each check
 * compares laws with those of a sequence opened anew on the same columns.
 */
public abstract class SequenceContract {
    private static final int PROMPT = SequenceProbe.PROMPT.length;

    private SequenceProbe probe;

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

    /** Whether its passes take trees; those that do not take chains alone. */
    protected boolean takesTrees() {
        return true;
    }

    /** Most that a probability may differ between two ways to compute a chain; 0 means the same bits. */
    protected double tolerance() {
        return 0;
    }

    /** Most that a probability may differ between a side branch of a tree and its path alone. */
    protected double treeTolerance() {
        return tolerance();
    }

    @BeforeEach
    protected final void takeUpTheProbe() {
        probe = new SequenceProbe(this);
    }

    @Test
    protected final void startsWithThePromptPending() {
        try (Sequence main = open()) {
            assertThat(main.length()).isEqualTo(PROMPT);
            assertThat(main.computed()).isZero();
            assertThat(main.lanes()).isEqualTo(lanes());
            assertThat(probe.columnsOf(main)).containsExactlyElementsOf(probe.promptTokens());
        }
    }

    @Test
    protected final void refusesSeveralColumnsAsOne() {
        try (Sequence main = open()) {
            assertThatThrownBy(() -> main.append(new int[2 * lanes()]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("column must have " + lanes() + " token")
                    .hasMessageContaining("but has " + 2 * lanes());
            assertThat(main.length()).isEqualTo(PROMPT);
        }
    }

    @Test
    protected final void aPassGivesALawOverAllTokens() {
        try (Sequence main = open()) {
            Law law = main.pass(probe.restarted(main)).law(0, 0);
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
            Draft inOne = probe.restarted(whole);
            Draft inMany = probe.restarted(cut);
            for (int token : chain) {
                inOne.add(inOne.last(), probe.column(token));
            }
            Pass pass = whole.pass(inOne);
            for (int node = 0; node <= chain.length; node++) {
                probe.assertSame(cut.pass(inMany), node, pass, node, tolerance());
                if (node < chain.length) {
                    inMany.add(inMany.last(), probe.column(chain[node]));
                }
            }
        }
    }

    @Test
    protected final void aNodeOfATreeHasTheLawOfItsPath() {
        assumeTrue(takesTrees());
        try (Sequence main = open()) {
            Draft tree = probe.restarted(main);
            int left = tree.add(0, probe.column(0));
            int right = tree.add(0, probe.column(1));
            int[] nodes = {
                left,
                right,
                tree.add(left, probe.column(1)),
                tree.add(right, probe.column(1)),
                tree.add(right, probe.column(0))
            };
            Pass pass = main.pass(tree);
            for (int node : nodes) {
                probe.assertFresh(pass, node, probe.columnsTo(main, tree, node), treeTolerance());
            }
        }
    }

    @Test
    protected final void aTreeGrownInSeveralPassesHasTheLawsOfItsPaths() {
        assumeTrue(takesTrees());
        try (Sequence main = open()) {
            Draft tree = probe.restarted(main);
            main.pass(tree);
            int left = tree.add(0, probe.column(0));
            int right = tree.add(0, probe.column(1));
            main.pass(tree);
            int[] leaves = {
                tree.add(left, probe.column(1)), tree.add(right, probe.column(1)), tree.add(right, probe.column(0))
            };
            Pass pass = main.pass(tree);
            for (int leaf : leaves) {
                probe.assertFresh(pass, leaf, probe.columnsTo(main, tree, leaf), treeTolerance());
            }
        }
    }

    @Test
    protected final void keepsThePathAndDropsTheRest() {
        assumeTrue(takesTrees());
        try (Sequence main = open()) {
            Draft tree = probe.restarted(main);
            tree.add(0, probe.column(0));
            int right = tree.add(0, probe.column(1));
            tree.add(1, probe.column(1));
            int below = tree.add(right, probe.column(1));
            main.pass(tree);
            List<Integer> wanted = probe.columnsTo(main, tree, below);
            wanted.addAll(probe.filled(0));
            main.settle(tree, probe.verdict(tree, 0, right, below));
            assertThat(probe.columnsOf(main)).isEqualTo(wanted);
            assertThat(main.computed()).isEqualTo(main.length() - 1);
            probe.assertAsFresh(main, treeTolerance());
        }
    }

    @Test
    protected final void computesWhatTheLastPassDidNotSee() {
        // A draft model's sequence: its last node was drawn and never fed. Kept whole, two columns are pending.
        try (Sequence small = open()) {
            Draft chain = probe.restarted(small);
            small.pass(chain);
            chain.add(0, probe.column(1));
            small.pass(chain);
            chain.add(1, probe.column(0));
            small.settle(chain, probe.verdict(chain, 1, 1, 2));
            assertThat(small.length() - small.computed()).isEqualTo(2);
            probe.assertAsFresh(small, tolerance());
        }
    }

    @Test
    protected final void settlesADraftThatItNeverSaw() {
        try (Sequence small = open()) {
            small.pass(probe.restarted(small));
            Draft other = probe.restarted(small);
            other.add(0, probe.column(1));
            small.settle(other, probe.verdict(other, 0, 1));
            assertThat(small.length()).isEqualTo(PROMPT + 2);
            probe.assertAsFresh(small, tolerance());
        }
    }

    @Test
    protected final void forgetsADraftThatWasNotSettled() {
        try (Sequence main = open()) {
            Draft dropped = probe.restarted(main);
            dropped.add(0, probe.column(0));
            dropped.add(1, probe.column(1));
            main.pass(dropped);
            // Another draft, restarted as often, with other nodes in the same places.
            Draft draft = probe.restarted(main);
            draft.add(0, probe.column(1));
            draft.add(1, probe.column(1));
            Pass pass = main.pass(draft);
            probe.assertFresh(pass, 2, probe.columnsTo(main, draft, 2), tolerance());
        }
    }

    @Test
    protected final void rewindsToAnAbsoluteLength() {
        try (Sequence main = open()) {
            main.pass(probe.restarted(main));
            for (int token : new int[] {0, 1, 1, 0}) {
                main.append(probe.column(token));
            }
            main.pass(probe.restarted(main));
            List<Integer> columns = probe.columnsOf(main);
            for (int length : new int[] {9, 8, 6, 3, 1}) {
                main.rewindTo(length);
                assertThat(main.length()).isEqualTo(length);
                assertThat(probe.columnsOf(main)).isEqualTo(columns.subList(0, length * lanes()));
                assertThat(main.computed()).isLessThan(length);
                probe.assertAsFresh(main, tolerance());
            }
            assertThatThrownBy(() -> main.rewindTo(0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> main.rewindTo(2)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    protected final void isAsFreshAfterManyRandomSteps() {
        RandomSteps steps = new RandomSteps(probe, Math.min(60, context() - 12), takesTrees(), 17);
        for (Sampling sampling : List.of(Sampling.at(1, 0), new Sampling(.8, 0, 1, 1.3, 0))) {
            try (Sequence main = open(probe.prompt(probe.promptTokens()), sampling)) {
                for (int step = 0; step < 100; step++) {
                    List<Integer> wanted = steps.next(main);
                    assertThat(probe.columnsOf(main)).isEqualTo(wanted);
                    assertThat(main.computed()).isLessThan(main.length());
                    if (step % 4 == 3) {
                        Pass pass = main.pass(probe.restarted(main));
                        probe.assertFresh(pass, 0, probe.columnsOf(main), sampling, treeTolerance());
                    }
                }
            }
        }
    }

    @Test
    protected final void penalisesEachNodeByItsOwnHistory() {
        assumeTrue(takesTrees());
        Sampling sampling = new Sampling(1, 0, 1, 2, 0);
        try (Sequence main = open(probe.prompt(probe.filled(0)), sampling)) {
            Draft tree = probe.restarted(main);
            tree.add(0, probe.column(0));
            tree.add(0, probe.column(1));
            Pass pass = main.pass(tree);
            for (int node = 0; node < 3; node++) {
                probe.assertFresh(pass, node, probe.columnsTo(main, tree, node), sampling, treeTolerance());
            }
        }
    }

    @Test
    protected final void refusesAPassWithoutANewNode() {
        try (Sequence main = open()) {
            Draft draft = probe.restarted(main);
            main.pass(draft);
            assertThatThrownBy(() -> main.pass(draft)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    protected final void refusesALawThatThePassDidNotCompute() {
        try (Sequence main = open()) {
            Draft draft = probe.restarted(main);
            Pass pass = main.pass(draft);
            assertThatThrownBy(() -> pass.law(1, 0)).isInstanceOf(IllegalArgumentException.class);
            main.settle(draft, probe.verdict(draft, 1));
            assertThatThrownBy(() -> pass.law(0, 0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    protected final void refusesWhatDoesNotFitAndGoesOn() {
        try (Sequence main = open()) {
            while (main.length() < context() - 1) {
                main.append(probe.column(main.length() % 2));
            }
            Draft draft = probe.restarted(main);
            draft.add(0, probe.column(0));
            draft.add(1, probe.column(1));
            assertThatThrownBy(() -> main.pass(draft)).isInstanceOf(ContextExceededException.class);
            main.rewindTo(PROMPT);
            probe.assertAsFresh(main, tolerance());
        }
    }

    @Test
    protected final void mayBeClosedTwice() {
        Sequence main = open();
        main.pass(probe.restarted(main));
        main.close();
        main.close();
    }

    private Sequence open() {
        return probe.open();
    }
}
