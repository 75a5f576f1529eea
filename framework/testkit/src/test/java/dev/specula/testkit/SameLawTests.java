package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import dev.specula.testkit.rounds.Answer;
import dev.specula.testkit.rounds.Request;
import dev.specula.testkit.rounds.SampledRound;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.ChainGrowth;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Growth;
import dev.specula.token.Laws;
import dev.specula.token.NgramTable;
import dev.specula.token.Prompt;
import dev.specula.token.Rejection;
import dev.specula.token.SampledDraft;
import dev.specula.token.Sampling;
import dev.specula.token.Siblings;
import dev.specula.token.TreeGrowth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SameLawTests {
    private static final double EXACT = 1e-12;
    private static final Prompt PROMPT = Prompt.of(1, 0, 2);

    static Stream<Arguments> pipelines() {
        return Stream.of(
                Arguments.of("rejection on a chain", new Rejection(), new ChainGrowth(3), 3),
                Arguments.of("siblings on a chain", new Siblings(), new ChainGrowth(3), 3),
                Arguments.of("siblings on a tree", new Siblings(), new TreeGrowth(3, .4, .35), 3),
                Arguments.of("siblings on a wide tree", new Siblings(), new TreeGrowth(3, .4, .35, .2), 3));
    }

    /** Several rounds over caches, budgets cut at the end of the answer, pending columns and all. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("pipelines")
    void wholeAnswersHaveTheTargetsLaw(String name, AcceptanceRule<SampledDraft> rule, Growth growth, int budget) {
        int columns = 4;
        for (Sampling sampling : List.of(Sampling.at(1, 0), Sampling.at(.4, 0), new Sampling(1, 2, 1, 1.5, 0))) {
            for (double agreement : new double[] {0, .7}) {
                TableModel target = TableModel.of(3, 31);
                Request request = request(target, agreement, sampling, columns, budget, null);
                Map<List<Integer>, Double> law = Outcomes.of(noise -> answer(request, growth, rule, noise));
                assertThat(Outcomes.distance(law, SlowTwin.answers(target, PROMPT, sampling, columns, List.of())))
                        .as("agreement %s, %s", agreement, sampling)
                        .isLessThan(EXACT);
            }
        }
    }

    @Test
    void guessesUnderARatioRuleKeepTheTargetsLaw() {
        TableModel target = TableModel.of(3, 33);
        Sampling sampling = Sampling.at(1, 0);
        Map<List<Integer>, Double> law = Outcomes.of(noise -> {
            NgramTable guesses = new NgramTable(); // of each way its own: what one teaches must not reach another
            guesses.learn(0, 2, 1);
            guesses.learn(2, 1, 1);
            return answer(request(target, 0, sampling, 4, 0, guesses), new ChainGrowth(3), new Rejection(), noise);
        });
        assertThat(Outcomes.distance(law, SlowTwin.answers(target, PROMPT, sampling, 4, List.of())))
                .isLessThan(EXACT);
    }

    @Test
    void aTokenAddedBesideDrawnOnesKeepsTheTargetsLaw() {
        TableModel target = TableModel.of(4, 35);
        Sampling sampling = Sampling.at(1, 0);
        List<Integer> said = List.of(1, 0, 2);
        for (boolean addedFirst : new boolean[] {true, false}) {
            for (int added = 0; added < 4; added++) {
                int token = added;
                Map<List<Integer>, Double> law = Outcomes.of(noise -> {
                    SampledDraft draft = new SampledDraft(4);
                    draft.restart(target.open(PROMPT, sampling));
                    Laws small = new TableLaws(target.draft(.5, 36), said, draft, sampling);
                    if (addedFirst) {
                        draft.add(0, token);
                    }
                    draft.draw(0, small, 2, noise);
                    if (!addedFirst) {
                        draft.add(0, token);
                    }
                    var kept = new Siblings().judge(draft, new TableLaws(target, said, draft, sampling), noise);
                    return IntStream.range(0, kept.columns())
                            .mapToObj(i -> kept.token(draft, i, 0))
                            .toList();
                });
                Map<List<Integer>, Double> answers =
                        Outcomes.then(law, begun -> SlowTwin.answers(target, PROMPT, sampling, 2, begun));
                assertThat(Outcomes.distance(answers, SlowTwin.answers(target, PROMPT, sampling, 2, List.of())))
                        .isLessThan(EXACT);
            }
        }
    }

    @Test
    void siblingsOfAConfidentDraftKeepTheTargetsLaw() {
        Law confident = PlainLaw.of(1, 3e-13, 2e-13, 7e-13);
        Law target = PlainLaw.of(1e-3, .5, .2, .3);
        Map<Integer, Double> law = Outcomes.of(noise -> oneColumn(confident, target, new Siblings(), noise, 3));
        for (int token = 0; token < 4; token++) {
            assertThat(law.get(token)).isCloseTo(target.prob(token), offset(EXACT));
        }
    }

    @Test
    void rejectionKeepsAsOftenAsTheLawsOverlap() {
        for (int seed = 0; seed < 50; seed++) {
            Law target = SlowTwin.law(TableModel.of(6, seed), List.of(1), 0, Sampling.at(1, 0));
            Law small = SlowTwin.law(TableModel.of(6, seed).draft(.3, 99), List.of(1), 0, Sampling.at(1, 0));
            double overlap = IntStream.range(0, 6)
                    .mapToDouble(token -> Math.min(target.prob(token), small.prob(token)))
                    .sum();
            Map<Boolean, Double> kept = Outcomes.of(noise -> {
                SampledDraft draft = oneNode(small, noise, 1);
                return new Rejection()
                                .judge(draft, (node, lane) -> target, noise)
                                .kept()
                        == 1;
            });
            assertThat(kept.get(true)).isCloseTo(overlap, offset(EXACT));
        }
    }

    @Test
    void aDraftThatNeverSaysWhatTheTargetSaysIsNeverKept() {
        Law small = PlainLaw.of(.5, .5, 0, 0);
        Law target = PlainLaw.of(0, 0, .25, .75);
        for (AcceptanceRule<SampledDraft> rule : List.of(new Rejection(), new Siblings())) {
            Map<Integer, Double> law = Outcomes.of(noise -> oneColumn(small, target, rule, noise, 2));
            assertThat(law.keySet()).containsExactlyInAnyOrder(2, 3);
            assertThat(law.get(3)).isCloseTo(.75, offset(EXACT));
        }
    }

    private static int oneColumn(Law small, Law target, AcceptanceRule<SampledDraft> rule, Noise noise, int siblings) {
        SampledDraft draft = oneNode(small, noise, siblings);
        return rule.judge(draft, (node, lane) -> target, noise).token(draft, 0, 0);
    }

    private static SampledDraft oneNode(Law small, Noise noise, int siblings) {
        SampledDraft draft = new SampledDraft(small.size());
        draft.restart(TableModel.of(4, 0).open(PROMPT, Sampling.GREEDY));
        draft.draw(0, (node, lane) -> small, siblings, noise);
        return draft;
    }

    private static List<Integer> answer(
            Request request, Growth growth, AcceptanceRule<SampledDraft> rule, Noise noise) {
        Answer answer = new Answer();
        request.run(
                new SampledRound(request.small(), growth, rule, request.target().tokens()), answer, noise);
        return answer.tokens();
    }

    private static Request request(
            TableModel target,
            double agreement,
            Sampling sampling,
            int columns,
            int budget,
            @Nullable NgramTable guesses) {
        return new Request(
                target,
                target.draft(agreement, 32),
                PROMPT,
                sampling,
                Ending.after(columns),
                new FixedSchedule(budget),
                guesses);
    }
}
