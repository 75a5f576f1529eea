package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.specula.noise.Noise;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Draft;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Match;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.Siblings;
import dev.specula.token.Source;
import dev.specula.token.TokenRun;
import dev.specula.token.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every source owes a round: it proposes within its budget, and it cannot change what is said. Extend it in the tests
 * of a source that works with any model.
 */
public abstract class SourceContract {
    private static final int TOKENS = 4;
    private static final Prompt PROMPT = Prompt.of(0, 1, 2, 0, 1);

    /** A source for one answer of {@code target} to {@code prompt}. */
    protected abstract Source<Draft> open(TableModel target, Prompt prompt, Sampling sampling);

    /**
     * Whether its drafts may be judged by a ratio rule: they must be drawn from the draft's own stream, or not depend on the
     * noise at all.
     */
    protected boolean servesRatioRules() {
        return true;
    }

    @Test
    protected final void proposesWithinItsBudget() {
        TableModel target = TableModel.of(TOKENS, 3);
        for (int seed = 0; seed < 20; seed++) {
            for (int budget = 0; budget < 8; budget++) {
                try (Source<Draft> source = open(target, PROMPT, Sampling.at(1, seed));
                        Sequence main = target.open(PROMPT, Sampling.at(1, seed))) {
                    Draft draft = new Draft(1);
                    draft.restart(main);
                    source.propose(draft, main, budget, Noise.seeded(seed));
                    assertThat(draft.nodes() - 1).isLessThanOrEqualTo(budget);
                    for (int node = 1; node < draft.nodes(); node++) {
                        assertThat(draft.token(node, 0)).isBetween(0, TOKENS - 1);
                        assertThat(draft.parentOf(node)).isBetween(0, node - 1);
                    }
                    assertThat(main.length()).isEqualTo(PROMPT.length());
                }
            }
        }
    }

    @Test
    protected final void proposesTheSameAgain() {
        TableModel target = TableModel.of(TOKENS, 4);
        for (int seed = 0; seed < 20; seed++) {
            Sampling sampling = Sampling.at(1, seed);
            assertThat(proposalsOf(target, sampling)).isEqualTo(proposalsOf(target, sampling));
        }
    }

    @Test
    protected final void changesNothingThatIsSaid() {
        for (int seed = 0; seed < 100; seed++) {
            TableModel target = TableModel.of(TOKENS, seed);
            for (double temperature : new double[] {0, 1}) {
                for (int budget : new int[] {0, 1, 3, 6}) {
                    Sampling sampling = new Sampling(temperature, 3, 1, 1.2, seed);
                    assertThat(answer(target, sampling, budget, 16, Noise.seeded(seed), TokenRun::draft, new Match()))
                            .isEqualTo(SlowTwin.answer(target, PROMPT, sampling, Ending.after(16)));
                }
            }
        }
    }

    @Test
    protected final void keepsTheTargetsLawUnderARatioRule() {
        assumeTrue(servesRatioRules(), "drafts that share the answer's noise suit no ratio rule");
        TableModel target = TableModel.of(TOKENS, 6);
        Sampling sampling = Sampling.at(1, 0);
        Map<List<Integer>, Double> law = Outcomes.of(noise ->
                answer(target, sampling, 2, 3, noise, (run, main) -> run.sampledDraft(main, TOKENS), new Siblings()));
        assertThat(Outcomes.distance(law, SlowTwin.answers(target, PROMPT, sampling, 3, List.of())))
                .isLessThan(1e-12);
    }

    private <D extends Draft> List<Integer> answer(
            TableModel target,
            Sampling sampling,
            int budget,
            int columns,
            Noise noise,
            BiFunction<TokenRun, Sequence, D> drafts,
            AcceptanceRule<? super D> rule) {
        List<Integer> said = new ArrayList<>();
        TokenRun run = new TokenRun(
                new FixedSchedule(budget), null, Ending.after(columns), (column, origin) -> said.add(column[0]));
        try (Source<Draft> source = open(target, PROMPT, sampling);
                Sequence main = target.open(PROMPT, sampling)) {
            while (run.goesOn()) {
                D draft = drafts.apply(run, main);
                source.propose(draft, main, run.budget(), noise);
                Pass pass = run.verify(main, draft);
                Verdict kept = run.commit(draft, rule.judge(draft, pass, noise));
                source.settle(draft, pass, kept, noise);
                main.settle(draft, kept);
            }
        }
        return said;
    }

    private List<Integer> proposalsOf(TableModel target, Sampling sampling) {
        try (Source<Draft> source = open(target, PROMPT, sampling);
                Sequence main = target.open(PROMPT, sampling)) {
            Draft draft = new Draft(1);
            draft.restart(main);
            source.propose(draft, main, 6, Noise.seeded(sampling.seed()));
            return IntStream.range(0, draft.nodes())
                    .mapToObj(node -> draft.token(node, 0))
                    .toList();
        }
    }
}
