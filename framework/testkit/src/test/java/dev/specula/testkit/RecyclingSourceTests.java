package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.model.Passes;
import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import dev.specula.token.ChainGrowth;
import dev.specula.token.ConfidentChainGrowth;
import dev.specula.token.Draft;
import dev.specula.token.Ending;
import dev.specula.token.Growth;
import dev.specula.token.Prompt;
import dev.specula.token.RecyclingSource;
import dev.specula.token.SampledDraft;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.Source;
import dev.specula.token.Verdict;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecyclingSourceTests {
    private static final TableModel MODEL = TableModel.of(8, 1);

    private final Deque<Integer> said = new ArrayDeque<>();
    private final Growth scripted = (draft, predictor, budget, noise) -> draft.add(draft.last(), said.remove());

    @Test
    void takesTheRestOverOnceTheNewDraftFallsInWithTheOld() {
        assertThat(nextAfterRefusal(2, 6, 4)).containsExactly(4, 5, 6);
        assertThat(said).isEmpty();
    }

    @Test
    void fallsInOneTokenAheadOrBehind() {
        assertThat(nextAfterRefusal(2, 6, 5)).containsExactly(5, 6);
        assertThat(nextAfterRefusal(2, 6, 7, 4)).containsExactly(7, 4, 5, 6);
    }

    @Test
    void draftsOnWhereNothingIsAlike() {
        assertThat(nextAfterRefusal(2, 3, 7, 7, 7)).containsExactly(7, 7, 7);
    }

    @Test
    void keepsToItsBudget() {
        assertThat(nextAfterRefusal(2, 2, 4)).containsExactly(4, 5);
    }

    @Test
    void forgetsAnOldDraftThatWasKeptWhole() {
        assertThat(nextAfterRefusal(6, 3, 4, 5, 6)).containsExactly(4, 5, 6);
        assertThat(said).isEmpty();
    }

    /** What is taken over was drawn in the races of its positions: who draws in them again knows it, and divides by a wrong law. */
    @Test
    void drawsInRacesOfTheRoundWhereARatioRuleJudges() {
        SampledDraft draft = new SampledDraft(8, Ending.after(50));
        try (Sequence main = MODEL.open(Prompt.of(1), Sampling.at(1, 1), Passes.EXACT);
                RecyclingSource source = new RecyclingSource(
                        MODEL.open(Prompt.of(1), Sampling.at(1, 1), Passes.FASTEST), new ChainGrowth(4), 1)) {
            draft.restart(main);

            source.propose(draft, main, 3, new RacesOfRounds());

            assertThat(draft.nodes()).isEqualTo(4);
        }
    }

    /** Draws in races of a round alone. */
    private static final class RacesOfRounds implements Noise {
        @Override
        public Noise inRound(long round) {
            return Noise.seeded(3).inRound(round);
        }

        @Override
        public double uniform(Use use, long position, int lane) {
            throw new AssertionError("a race of the answer");
        }

        @Override
        public double gaussian(Use use, long position, int lane) {
            throw new AssertionError("a race of the answer");
        }

        @Override
        public int draw(Use use, Law law, long position, int lane) {
            throw new AssertionError("a race of the answer");
        }

        @Override
        public int draw(Use use, Law law, long position, int lane, int count, int[] into) {
            throw new AssertionError("a race of the answer");
        }
    }

    @Test
    void asksTheSmallerModelLessOftenWhereOneTokenSeparatesTheTwo() {
        assertThat(draftsFor(8, 1)).isLessThan(draftsFor(8, -1)).isPositive();
    }

    /** Times that a smaller model is asked which says one token wrong of those that the target says. */
    private static int draftsFor(int budget, int slip) {
        int[] target = {0, 1, 2, 3, 4, 5, 6, 1, 2};
        int[] asked = new int[1];
        Growth wrongAtThree = (draft, predictor, more, noise) -> {
            int position = Math.toIntExact(draft.positionAfter(draft.last()));
            asked[0]++;
            draft.add(draft.last(), position == 3 || position >= target.length ? 7 : target[position]);
        };
        Noise noise = Noise.seeded(1);
        try (Sequence main = MODEL.open(Prompt.of(0), Sampling.GREEDY);
                Source<Draft> source =
                        new RecyclingSource(MODEL.open(Prompt.of(0), Sampling.GREEDY), wrongAtThree, slip)) {
            Draft draft = new Draft(1);
            while (main.length() < target.length) {
                draft.restart(main);
                source.propose(draft, main, budget, noise);
                Verdict verdict = draft.verdict();
                int at = main.length();
                for (int node = 1; node < draft.nodes() && at < target.length; node++, at++) {
                    if (draft.token(node, 0) != target[at]) {
                        break;
                    }
                    verdict.follow(node);
                }
                verdict.say(0, at < target.length ? target[at] : 0);
                source.settle(draft, main.pass(draft), verdict.end(), noise);
                main.settle(draft, verdict);
            }
        }
        return asked[0];
    }

    /** Drafts 1 to 6, of which {@code kept} are kept and then 7 is said; then drafts from {@code script}. */
    private List<Integer> nextAfterRefusal(int kept, int budget, Integer... script) {
        said.clear();
        said.addAll(List.of(1, 2, 3, 4, 5, 6));
        Noise noise = Noise.seeded(1);
        Prompt prompt = Prompt.of(0);
        try (Sequence main = MODEL.open(prompt, Sampling.GREEDY);
                Source<Draft> source = new RecyclingSource(MODEL.open(prompt, Sampling.GREEDY), scripted, 1)) {
            Draft draft = new Draft(1);
            draft.restart(main);
            source.propose(draft, main, 6, noise);
            Verdict verdict = draft.verdict();
            IntStream.rangeClosed(1, kept).forEach(verdict::follow);
            verdict.say(0, 7);
            source.settle(draft, main.pass(draft), verdict.end(), noise);
            main.settle(draft, verdict);

            said.addAll(List.of(script));
            draft.restart(main);
            source.propose(draft, main, budget, noise);
            return IntStream.range(1, draft.nodes())
                    .mapToObj(node -> draft.token(node, 0))
                    .toList();
        }
    }

    @Nested
    class ChainTests extends SourceContract {
        @Override
        protected Source<Draft> open(TableModel target, Prompt prompt, Sampling sampling) {
            return new RecyclingSource(target.draft(.6, 51).open(prompt, sampling), new ChainGrowth(5), 1);
        }
    }

    @Nested
    class ConfidentChainTests extends SourceContract {
        @Override
        protected Source<Draft> open(TableModel target, Prompt prompt, Sampling sampling) {
            return new RecyclingSource(
                    target.draft(.6, 51).open(prompt, sampling), new ConfidentChainGrowth(5, 0.5), 1);
        }
    }
}
