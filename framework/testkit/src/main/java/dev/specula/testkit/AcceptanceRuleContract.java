package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.specula.Guarantee;
import dev.specula.noise.Noise;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Draft;
import dev.specula.token.Laws;
import dev.specula.token.Prompt;
import dev.specula.token.SampledDraft;
import dev.specula.token.Sampling;
import dev.specula.token.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every acceptance rule owes its callers. Extend it in the tests of a rule; a rule that keeps the target's law is
 * enumerated over all outcomes of draft and noise, and may be off by rounding alone.
 *
 * @param <D> the drafts the rule takes
 */
public abstract class AcceptanceRuleContract<D extends Draft> {
    private static final int TOKENS = 4;
    private static final double EXACT = 1e-12;
    private static final List<Integer> SAID = List.of(2, 0, 3);

    /** The rule. */
    protected abstract AcceptanceRule<? super D> rule();

    /** An empty draft that the rule takes, of one lane. */
    protected abstract D emptyDraft(int vocabulary);

    /** What the rule leaves of the target's own answer; relaxed rules are not enumerated. */
    protected Guarantee guarantee() {
        return Guarantee.SAME_LAW;
    }

    /** Whether the rule judges drafts with side branches. */
    protected boolean takesTrees() {
        return true;
    }

    @Test
    protected final void saysWhatTheTargetSaysWithoutADraft() {
        TableModel target = TableModel.of(TOKENS, 1);
        D draft = restarted();
        Laws laws = new TableLaws(target, SAID, draft, Sampling.at(1, 0));
        Map<Integer, Double> said = Outcomes.of(noise -> {
            Verdict verdict = rule().judge(draft, laws, noise);
            assertThat(verdict.kept()).isZero();
            assertThat(verdict.columns()).isEqualTo(1);
            return verdict.tailToken(0);
        });
        for (int token = 0; token < TOKENS; token++) {
            assertThat(said.get(token)).isCloseTo(laws.law(0, 0).prob(token), offset(EXACT));
        }
    }

    @Test
    protected final void keepsADraftThatTheTargetIsCertainOf() {
        D draft = restarted();
        for (int token : new int[] {1, 3, 0}) {
            draft.add(draft.last(), token);
        }
        Laws laws = (node, lane) -> certainOf(node == draft.last() ? 2 : draft.token(node + 1, 0));
        Verdict verdict = rule().judge(draft, laws, Noise.seeded(7));
        assertThat(verdict.kept()).isEqualTo(3);
        assertThat(verdict.tailToken(0)).isEqualTo(2);
    }

    @Test
    protected final void refusesWhatTheTargetNeverSays() {
        D draft = restarted();
        draft.add(0, 1);
        draft.add(1, 1);
        Laws laws = (node, lane) -> PlainLaw.of(1, 0, 2, 1);
        for (int seed = 0; seed < 100; seed++) {
            Verdict verdict = rule().judge(draft, laws, Noise.seeded(seed));
            assertThat(verdict.kept()).isZero();
            assertThat(verdict.tailToken(0)).isNotEqualTo(1);
        }
    }

    @Test
    protected final void keepsAPathThatStartsAtTheRoot() {
        TableModel target = TableModel.of(TOKENS, 5);
        for (int seed = 0; seed < 300; seed++) {
            D draft = drawn(target.draft(.7, 6), Sampling.at(1, seed), Noise.seeded(seed), 3, takesTrees() ? 2 : 1);
            Verdict verdict =
                    rule().judge(draft, new TableLaws(target, SAID, draft, Sampling.at(1, seed)), Noise.seeded(seed));
            for (int i = 1; i <= verdict.kept(); i++) {
                assertThat(draft.parentOf(verdict.node(i))).isEqualTo(verdict.node(i - 1));
            }
            assertThat(verdict.tail()).isEqualTo(1);
        }
    }

    @Test
    protected final void judgesTheSameAgain() {
        TableModel target = TableModel.of(TOKENS, 8);
        for (int seed = 0; seed < 100; seed++) {
            Noise noise = Noise.seeded(seed);
            D draft = drawn(target.draft(.5, 9), Sampling.at(1, seed), noise, 3, takesTrees() ? 2 : 1);
            Laws laws = new TableLaws(target, SAID, draft, Sampling.at(1, seed));
            List<Integer> once = committed(draft, rule().judge(draft, laws, noise));
            assertThat(committed(draft, rule().judge(draft, laws, noise))).isEqualTo(once);
        }
    }

    @Test
    protected final void keepsTheTargetsLawOnChains() {
        assumeTrue(guarantee().covers(Guarantee.SAME_LAW), "a relaxed rule changes the law");
        for (int length = 1; length <= 3; length++) {
            requireTargetsLaw(length, 1);
        }
    }

    @Test
    protected final void keepsTheTargetsLawOnTrees() {
        assumeTrue(guarantee().covers(Guarantee.SAME_LAW), "a relaxed rule changes the law");
        assumeTrue(takesTrees(), "a rule for chains");
        requireTargetsLaw(1, 2);
        requireTargetsLaw(1, 3);
        requireTargetsLaw(1, TOKENS);
        requireTargetsLaw(2, 2);
    }

    private void requireTargetsLaw(int depth, int width) {
        for (Sampling sampling :
                List.of(Sampling.GREEDY, Sampling.at(1, 0), Sampling.at(.3, 0), new Sampling(.7, 3, .9, 1.3, 0))) {
            // How far the draft model agrees matters only where drafts are drawn.
            for (double agreement : sampled() ? new double[] {0, .6, 1} : new double[] {0}) {
                TableModel target = TableModel.of(TOKENS, 21);
                TableModel small = target.draft(agreement, 22);
                Map<List<Integer>, Double> wanted = SlowTwin.answers(target, prompt(), sampling, depth + 1, List.of());
                forEachDraft(small, sampling, depth, width, drafting -> {
                    Map<List<Integer>, Double> law = Outcomes.of(noise -> {
                        D draft = drafting.drawn(noise);
                        return committed(
                                draft, rule().judge(draft, new TableLaws(target, SAID, draft, sampling), noise));
                    });
                    Map<List<Integer>, Double> answers =
                            Outcomes.then(law, begun -> SlowTwin.answers(target, prompt(), sampling, depth + 1, begun));
                    assertThat(Outcomes.distance(answers, wanted))
                            .as("depth %d, width %d, agreement %s, %s", depth, width, agreement, sampling)
                            .isLessThan(EXACT);
                });
            }
        }
    }

    /** What is drawn from laws is enumerated with the rule's own chance; other drafts are all tried, one by one. */
    private void forEachDraft(TableModel small, Sampling sampling, int depth, int width, Consumer<Drafting<D>> action) {
        if (sampled()) {
            action.accept(noise -> drawn(small, sampling, noise, depth, width));
            return;
        }
        int nodes = IntStream.rangeClosed(1, depth)
                .map(level -> (int) Math.pow(width, level))
                .sum();
        int drafts = (int) Math.pow(TOKENS, Math.min(nodes, 4));
        for (int number = 0; number < drafts; number++) {
            int which = number;
            action.accept(noise -> numbered(which, depth, width));
        }
    }

    private D numbered(int number, int depth, int width) {
        D draft = restarted();
        int rest = number;
        for (int parent = 0, level = 0; level < depth; level++) {
            for (int end = draft.nodes(); parent < end; parent++) {
                for (int child = 0; child < width; child++) {
                    draft.add(parent, (rest + child) % TOKENS);
                }
                rest /= TOKENS;
            }
        }
        return draft;
    }

    private D drawn(TableModel small, Sampling sampling, Noise noise, int depth, int width) {
        D draft = restarted();
        Laws laws = new TableLaws(small, SAID, draft, sampling);
        for (int parent = 0, level = 0; level < depth; level++) {
            for (int end = draft.nodes(); parent < end; parent++) {
                draft.draw(parent, laws, width, noise);
            }
        }
        return draft;
    }

    private boolean sampled() {
        return emptyDraft(TOKENS) instanceof SampledDraft;
    }

    private D restarted() {
        D draft = emptyDraft(TOKENS);
        draft.restart(TableModel.of(TOKENS, 0).open(prompt(), Sampling.GREEDY));
        return draft;
    }

    private static Prompt prompt() {
        return Prompt.of(SAID.stream().mapToInt(Integer::intValue).toArray());
    }

    private static PlainLaw certainOf(int token) {
        double[] probs = new double[TOKENS];
        probs[token] = 1;
        return PlainLaw.of(probs);
    }

    private static List<Integer> committed(Draft draft, Verdict verdict) {
        List<Integer> tokens = new ArrayList<>();
        for (int i = 0; i < verdict.columns(); i++) {
            tokens.add(verdict.token(draft, i, 0));
        }
        return tokens;
    }

    /** Makes a draft. */
    @FunctionalInterface
    private interface Drafting<D extends Draft> {
        D drawn(Noise noise);
    }
}
