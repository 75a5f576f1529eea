package dev.specula.bench.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.specula.bench.TablePipeline;
import dev.specula.bench.workload.Task;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import org.junit.jupiter.api.Test;

class DecoderTests {
    private final Subject subject = TablePipeline.right();

    @Test
    void saysTheSameTokensInAllWays() {
        for (Task task : TablePipeline.tasks(10)) {
            int[] plain = say(Way.PLAIN, task).tokens();

            assertThat(plain).hasSize(20);
            for (Way way : Way.values()) {
                assertThat(say(way, task).tokens()).as("%s", way).isEqualTo(plain);
            }
        }
    }

    @Test
    void draftsOnlyWhereItSpeculates() {
        Task task = TablePipeline.tasks(1).get(0);

        assertThat(say(Way.PLAIN, task).report().drafted()).isZero();
        assertThat(say(Way.REFERENCE, task).report().drafted()).isZero();
        assertThat(say(Way.GUESSED, task).report().drafted()).isZero();
        assertThat(say(Way.SPECULATIVE, task).report().drafted()).isPositive();
    }

    @Test
    void takesFewerRoundsWhereAGuessIsRight() {
        Task task = TablePipeline.tasks(1).get(0);
        Decoder guessing = new Decoder(subject, Way.GUESSED, 3);

        assertThat(guessing.say(task, Sampling.GREEDY).report().rounds()).isEqualTo(3);
        assertThat(guessing.say(task, Sampling.GREEDY).report().rounds()).isEqualTo(2);
    }

    @Test
    void guessesNothingFromBeforeItForgot() {
        Task task = TablePipeline.tasks(1).get(0);
        Decoder guessing = new Decoder(subject, Way.GUESSED, 3);
        guessing.say(task, Sampling.GREEDY);

        assertThat(guessing.say(task, Sampling.GREEDY).report().guesses()).isPositive();
        guessing.forget();
        assertThat(guessing.say(task, Sampling.GREEDY).report().guesses()).isZero();
    }

    @Test
    void leavesTheFirstRoundOutOfDecoding() {
        Task task = TablePipeline.tasks(1).get(0);

        Said said = say(Way.SPECULATIVE, task);
        Rounds decoding = said.decoding();

        assertThat(say(Way.PLAIN, task).decoding().tokens()).isEqualTo(19);
        assertThat(decoding.tokens()).isBetween(16L, 19L);
        assertThat(decoding.count()).isEqualTo(said.report().rounds() - 1);
        assertThat(decoding.drafted()).isPositive().isLessThan(said.report().drafted());
        assertThat(said.totalNanos()).isEqualTo(said.firstNanos() + decoding.nanos());
        assertThat(decoding.draftNanos() + decoding.targetNanos()).isLessThan(decoding.nanos());
    }

    @Test
    void tellsInputPromptAndAnswerApart() {
        Said said = say(Way.SPECULATIVE, TablePipeline.tasks(1).get(0));

        assertThat(said.promptNanos()).isPositive().isLessThan(said.answerNanos());
        assertThat(said.promptNanos()).isLessThan(said.firstNanos());
        assertThat(said.answerNanos()).isLessThan(said.totalNanos());
        assertThat(said.answerNanos()).isGreaterThan(said.decoding().nanos());
    }

    @Test
    void measuresNothingOfAnAnswerOfOneRound() {
        Said said = new Decoder(subject, Way.SPECULATIVE, 1)
                .say(TablePipeline.tasks(1).get(0), Sampling.GREEDY);

        assertThat(said.decoding()).isEqualTo(Rounds.NONE);
    }

    @Test
    void measuresACurveThatStartsAtOne() {
        CostCurve curve;
        try (BarePasses passes = new BarePasses(subject.target(), Prompt.of(1), 20, 4, 2, 1)) {
            for (int repeat = 0; repeat < 3; repeat++) {
                passes.start();
                passes.turn();
                passes.end();
            }
            curve = passes.curve();
        }

        assertThat(curve.nanos(1)).isPositive();
        assertThat(curve.most()).isEqualTo(4);
        assertThat(curve.at(1)).isEqualTo(1);
        assertThat(curve.at(2.5)).isCloseTo((curve.at(2) + curve.at(3)) / 2, within(1e-12));
        assertThat(curve.at(9)).isEqualTo(curve.at(4));
    }

    @Test
    void takesTheMiddleOfMeasuredNumbers() {
        assertThat(Median.of(3, 1, 100)).isEqualTo(3);
        assertThat(Median.of(4, 1, 2, 100)).isEqualTo(3);
    }

    private Said say(Way way, Task task) {
        return new Decoder(subject, way, 20).say(task, Sampling.at(0.7, 5));
    }
}
