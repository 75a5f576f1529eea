package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.testkit.mutants.WrongWindow;
import dev.specula.testkit.rounds.Answer;
import dev.specula.testkit.rounds.Request;
import dev.specula.testkit.rounds.SampledSourceRound;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.BlockRejection;
import dev.specula.token.CoupledWindow;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.GuessCoupling;
import dev.specula.token.Guidance;
import dev.specula.token.Prompt;
import dev.specula.token.RedrawnWindow;
import dev.specula.token.Rejection;
import dev.specula.token.ReusingWindow;
import dev.specula.token.SampledDraft;
import dev.specula.token.Sampling;
import dev.specula.token.Source;
import dev.specula.token.WindowStart;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole answers of windows under the ratio rule, enumerated: all draws, coins and corrections of all rounds. */
class WindowLawTests {
    private static final int TOKENS = 3;
    private static final TableModel TARGET = TableModel.of(TOKENS, 71);
    private static final Prompt PROMPT = Prompt.of(1, 0, 2);
    private static final Prompt FORCED = PROMPT.followedBy(new Alternating());
    private static final Prompt GUIDED = FORCED.guided(Prompt.of(2), 2.5);
    private static final Prompt PLAUSIBLE = FORCED.guided(Prompt.of(2), new Guidance(2.5, .4));

    static Stream<Arguments> exact() {
        return Stream.of(
                Arguments.of("redrawn", (Supplier<Source<SampledDraft>>) RedrawnWindow::new),
                Arguments.of("coupled", (Supplier<Source<SampledDraft>>) CoupledWindow::new),
                // A fork for each question draws dropped races anew, so what is enumerated of a shared race is each
                // step of
                // it; the race itself is drawn by SampledAnswersTests.
                Arguments.of("shared race", (Supplier<Source<SampledDraft>>)
                        () -> new CoupledWindow(GuessCoupling.SHARED_RACE, WindowStart.ANY_TOKEN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exact")
    void keepsTheLawAtAnyLength(String name, Supplier<Source<SampledDraft>> window) {
        for (int budget = 1; budget <= 3; budget++) {
            assertThat(distance(PROMPT, Sampling.at(1, 0), budget, 4, window))
                    .as("%s of %d", name, budget)
                    .isLessThan(1e-12);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exact")
    void keepsTheLawWithForcedTokensFiltersAndGuidance(String name, Supplier<Source<SampledDraft>> window) {
        for (Prompt prompt : List.of(FORCED, GUIDED, PLAUSIBLE)) {
            for (Sampling sampling : List.of(Sampling.at(.7, 0), new Sampling(1, 2, 1, 1, 0), Sampling.GREEDY)) {
                assertThat(distance(prompt, sampling, 3, 5, window))
                        .as("%s, %s", name, sampling)
                        .isLessThan(1e-12);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheLawWhateverItStartsFrom(WindowStart start) {
        assertThat(distance(GUIDED, Sampling.at(1, 0), 3, 5, () -> new RedrawnWindow(start)))
                .isLessThan(1e-12);
        assertThat(distance(PROMPT, Sampling.at(1, 0), 3, 4, () -> new CoupledWindow(GuessCoupling.MAXIMAL, start)))
                .isLessThan(1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWindowsWithTheClassicalMistakes(WrongWindow.Mistake mistake) {
        assertThat(distance(PROMPT, Sampling.at(1, 0), 3, 4, () -> new WrongWindow(TOKENS, mistake)))
                .isGreaterThan(1e-4);
    }

    @Test
    void theSameWindowWithoutMistakesStands() {
        assertThat(distance(PROMPT, Sampling.at(1, 0), 3, 4, () -> new WrongWindow(TOKENS, null)))
                .isLessThan(1e-12);
    }

    @Test
    void reuseAsPublishedMovesTheLaw() {
        double moved = distance(PROMPT, Sampling.at(1, 0), 3, 4, () -> new ReusingWindow(.5, WindowStart.ANY_TOKEN));
        assertThat(moved).isBetween(.002, .2);
    }

    @Test
    void blocksKeepTheLawWhereGuessesAreDrawnAnew() {
        for (int budget = 1; budget <= 3; budget++) {
            assertThat(distance(PROMPT, Sampling.at(1, 0), budget, 4, RedrawnWindow::new, new BlockRejection()))
                    .isLessThan(1e-12);
        }
        assertThat(distance(GUIDED, new Sampling(1, 2, 1, 1, 0), 3, 5, RedrawnWindow::new, new BlockRejection()))
                .isLessThan(1e-12);
    }

    /** A block looks ahead: a guess that decided about those before it may not be carried on. */
    @Test
    void blocksMoveTheLawWhereGuessesAreCoupled() {
        assertThat(distance(PROMPT, Sampling.at(1, 0), 3, 4, CoupledWindow::new, new BlockRejection()))
                .isGreaterThan(1e-5);
    }

    private static double distance(
            Prompt prompt, Sampling sampling, int budget, int columns, Supplier<Source<SampledDraft>> window) {
        return distance(prompt, sampling, budget, columns, window, new Rejection());
    }

    private static double distance(
            Prompt prompt,
            Sampling sampling,
            int budget,
            int columns,
            Supplier<Source<SampledDraft>> window,
            AcceptanceRule<SampledDraft> rule) {
        Map<List<Integer>, Double> law = Outcomes.of(noise -> {
            Request request = new Request(
                    TARGET, TARGET, prompt, sampling, Ending.after(columns), new FixedSchedule(budget), null);
            Answer answer = new Answer();
            request.run(new SampledSourceRound(window.get(), rule), answer, noise);
            return answer.tokens();
        });
        return Outcomes.distance(law, SlowTwin.answers(TARGET, prompt, sampling, columns, List.of()));
    }
}
