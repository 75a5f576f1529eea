package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import dev.specula.report.RunReport;
import dev.specula.testkit.rounds.Answer;
import dev.specula.testkit.rounds.ChainRound;
import dev.specula.testkit.rounds.TreeRound;
import dev.specula.token.Draft;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Followers;
import dev.specula.token.Match;
import dev.specula.token.NgramTable;
import dev.specula.token.Origin;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Schedule;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;
import dev.specula.token.TreeGrowth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How answers begin, go on and end, and what sequences hold meanwhile. */
class AnswerTests {
    private static final Prompt PROMPT = Prompt.of(1, 0, 2);
    private static final TreeGrowth TREE = new TreeGrowth(8, .5, .3);

    private final TableModel target = TableModel.of(5, 81);

    @Test
    void endsAtAnEndTokenInsideTheKeptPath() {
        int inside = 0;
        for (int seed = 0; seed < 200; seed++) {
            Sampling sampling = Sampling.at(1, seed);
            Noise noise = Noise.seeded(seed);
            Answer answer = new Answer();
            TokenRun run = new TokenRun(new FixedSchedule(5), null, Ending.after(40, 3), answer);
            try (Sequence main = target.open(PROMPT, sampling);
                    Sequence small = target.open(PROMPT, sampling)) {
                ChainRound round = new ChainRound(small);
                while (run.goesOn()) {
                    round.play(run, main, noise);
                }
                List<Integer> said = answer.tokens();
                assertThat(said).isEqualTo(SlowTwin.answer(target, PROMPT, sampling, Ending.after(40, 3)));
                assertThat(said.size() == 40 || said.get(said.size() - 1) == 3).isTrue();
                assertThat(said.subList(0, said.size() - 1)).doesNotContain(3);
                assertHolds(main, said);
                assertHolds(small, said);
                inside += said.size() % 6 == 0 ? 0 : 1;
            }
        }
        assertThat(inside).as("answers that ended before the end of a round").isGreaterThan(100);
    }

    @Test
    void draftsNothingAfterTheEnd() {
        int lastOfPrompt = 2; // which may be an end token: the answer still begins
        for (int seed = 0; seed < 100; seed++) {
            Answer answer = new Answer();
            Sampling sampling = Sampling.at(1, seed);
            TokenRun run = new TokenRun(new FixedSchedule(5), null, Ending.after(40, 3, lastOfPrompt), answer);
            try (Sequence main = target.open(PROMPT, sampling);
                    Sequence small = target.open(PROMPT, sampling)) {
                ChainRound round = new ChainRound(small);
                while (run.goesOn()) {
                    round.play(run, main, Noise.seeded(seed));
                }
            }
            assertThat(run.report().drafted())
                    .as("a draft that is always right is drafted to be kept")
                    .isEqualTo(run.report().kept());
        }
    }

    @Test
    void givesTheEndNoChildren() {
        Sampling sampling = Sampling.at(1, 3);
        Draft tree = new Draft(1, Ending.after(40, 3));
        int ends = 0;
        for (int seed = 0; seed < 50; seed++) {
            try (Sequence small = target.open(PROMPT, sampling)) {
                tree.restart(small);
                TREE.grow(tree, small, 8, Noise.seeded(seed));
            }
            for (int node = 1; node < tree.nodes(); node++) {
                assertThat(tree.isOpen(tree.parentOf(node))).isTrue();
                ends += tree.isOpen(node) ? 0 : 1;
            }
        }
        assertThat(ends).isPositive();
    }

    @Test
    void neverSaysMoreColumnsThanAskedFor() {
        for (int most = 1; most < 15; most++) {
            for (int budget = 0; budget < 7; budget++) {
                Answer answer = new Answer();
                Sampling sampling = Sampling.at(1, most);
                TokenRun run = new TokenRun(new FixedSchedule(budget), new NgramTable(), Ending.after(most), answer);
                try (Sequence main = target.open(PROMPT, sampling);
                        Sequence small = target.open(PROMPT, sampling)) {
                    ChainRound round = new ChainRound(small);
                    while (run.goesOn()) {
                        assertThat(run.budget())
                                .isLessThanOrEqualTo(most - answer.tokens().size() - 1);
                        round.play(run, main, Noise.seeded(most));
                    }
                    assertThat(answer.tokens()).hasSize(most);
                    assertHolds(main, answer.tokens());
                    assertThat(run.report().committed()).isEqualTo(most);
                }
            }
        }
    }

    @Test
    void guessesKnowThePromptAndTheAnswer() {
        NgramTable guesses = new NgramTable();
        Prompt prompt = Prompt.of(0, 1, 2, 3);
        Answer answer = new Answer();
        TokenRun run = new TokenRun(new FixedSchedule(0), guesses, Ending.after(2), answer);
        try (Sequence main = target.open(prompt, Sampling.at(1, 5));
                Sequence small = target.open(prompt, Sampling.at(1, 5))) {
            ChainRound round = new ChainRound(small);
            while (run.goesOn()) {
                round.play(run, main, Noise.seeded(5));
            }
        }
        List<Integer> said = answer.tokens();
        assertThat(guesses.afterPair(0, 1)).isEqualTo(2);
        assertThat(guesses.afterPair(1, 2)).isEqualTo(3);
        assertThat(guesses.afterPair(2, 3)).isEqualTo(said.get(0));
        assertThat(guesses.afterPair(3, said.get(0))).isEqualTo(said.get(1));
    }

    @Test
    void whatTheModelSaysAfterATokenAloneIsGuessedWhereNothingWasSaidBefore() {
        int[] likeliest = new int[target.tokens()];
        for (int token = 0; token < likeliest.length; token++) {
            try (Sequence alone = target.open(Prompt.of(0, token), Sampling.GREEDY)) {
                Draft none = new Draft(1);
                none.restart(alone);
                likeliest[token] = new Match()
                        .judge(none, alone.pass(none), Noise.seeded(1))
                        .token(none, 0, 0);
            }
        }
        Followers followers;
        try (Sequence main = target.open(Prompt.of(0), Sampling.GREEDY)) {
            followers = Followers.asked(main, likeliest.length, likeliest.length);
            assertThat(main.length()).isEqualTo(1);
        }
        for (int token = 0; token < likeliest.length; token++) {
            assertThat(followers.after(token)).isEqualTo(likeliest[token]);
        }

        Answer answer = new Answer();
        TokenRun run = new TokenRun(new FixedSchedule(0), new NgramTable(followers), Ending.after(20), answer);
        try (Sequence main = target.open(Prompt.of(0), Sampling.GREEDY);
                Sequence small = target.open(Prompt.of(0), Sampling.GREEDY)) {
            ChainRound round = new ChainRound(small);
            round.play(run, main, Noise.seeded(1));
            assertThat(run.report().guesses()).isEqualTo(1);
        }
    }

    @Test
    void countsAddUp() {
        for (int seed = 0; seed < 100; seed++) {
            List<Origin> origins = new ArrayList<>();
            Sampling sampling = Sampling.at(1, seed);
            TokenRun run =
                    new TokenRun(new FixedSchedule(4), null, Ending.after(30), (column, origin) -> origins.add(origin));
            try (Sequence main = target.open(PROMPT, sampling);
                    Sequence small = target.draft(.5, 82).open(PROMPT, sampling)) {
                ChainRound round = new ChainRound(small);
                while (run.goesOn()) {
                    int before = origins.size();
                    round.play(run, main, Noise.seeded(seed));
                    assertThat(origins.size() - before).isBetween(1, 5);
                }
            }
            RunReport report = run.report();
            assertThat(report.committed()).isEqualTo(30).isEqualTo(origins.size());
            assertThat(report.kept())
                    .isEqualTo(origins.stream().filter(Origin.DRAFT::equals).count());
            assertThat(report.kept() + report.rounds()).isEqualTo(report.committed());
            assertThat(report.drafted()).isGreaterThanOrEqualTo(report.kept());
            assertThat(report.tau()).isEqualTo(30.0 / report.rounds());
        }
    }

    @Test
    void stopsBeforeTheNextRoundOnceCancelled() {
        Answer answer = new Answer();
        Sampling sampling = Sampling.at(1, 5);
        TokenRun run = new TokenRun(new FixedSchedule(2), null, Ending.after(100), answer);
        try (Sequence main = target.open(PROMPT, sampling);
                Sequence small = target.open(PROMPT, sampling)) {
            ChainRound round = new ChainRound(small);
            for (int rounds = 0; run.goesOn(); rounds++) {
                round.play(run, main, Noise.seeded(5));
                if (rounds == 3) {
                    run.cancel();
                }
            }
            assertThat(run.isCancelled()).isTrue();
            assertThat(answer.tokens()).hasSize(12);
            assertHolds(main, answer.tokens());
        }
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
        TokenRun run = new TokenRun(new FixedSchedule(2), null, Ending.after(100), (column, origin) -> {});
        assertThat(run.goesOn()).isTrue();
        Thread.currentThread().interrupt();
        assertThat(run.goesOn()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    /** A conversation goes on: the answer is rewound, other columns are said, and the same sequences answer again. */
    @Test
    void saysTheSameOnSequencesThatWereRewoundAndAppendedTo() {
        SplittableRandom random = new SplittableRandom(3);
        Sampling sampling = new Sampling(.9, 4, .95, 1.2, 7);
        try (Sequence main = target.open(PROMPT, sampling);
                Sequence small = target.draft(.6, 83).open(PROMPT, sampling)) {
            for (int turn = 0; turn < 60; turn++) {
                int[] before = IntStream.range(0, main.length())
                        .map(column -> main.token(column, 0))
                        .toArray();
                Answer answer = new Answer();
                Ending ending = Ending.after(1 + turn % 9);
                TokenRun run = new TokenRun(new FixedSchedule(turn % 6), new NgramTable(), ending, answer);
                TreeRound round = new TreeRound(small, TREE);
                while (run.goesOn()) {
                    round.play(run, main, Noise.seeded(7));
                }
                assertThat(answer.tokens()).isEqualTo(SlowTwin.answer(target, Prompt.of(before), sampling, ending));
                int length = 1 + random.nextInt(Math.min(40, main.length()));
                int[] next = {random.nextInt(5)};
                for (Sequence each : List.of(main, small)) {
                    each.rewindTo(length);
                    each.append(next);
                }
            }
        }
    }

    @Test
    void theCacheIsThatOfAFreshPrefillAfterEveryRound() {
        for (int seed = 0; seed < 40; seed++) {
            Sampling sampling = Sampling.at(1, seed);
            TableModel draft = target.draft(.6, 84);
            TokenRun run = new TokenRun(new FixedSchedule(8), null, Ending.after(40), (column, origin) -> {});
            try (Sequence main = target.open(PROMPT, sampling);
                    Sequence small = draft.open(PROMPT, sampling)) {
                TreeRound round = new TreeRound(small, TREE);
                while (run.goesOn()) {
                    round.play(run, main, Noise.seeded(seed));
                    assertFresh(main, target);
                    assertFresh(small, draft);
                }
            }
        }
    }

    @Test
    void theScheduleIsToldOfEveryRoundButTheFirst() {
        List<List<Integer>> told = new ArrayList<>();
        Schedule schedule = new Schedule() {
            @Override
            public int budget() {
                return 3;
            }

            @Override
            public void learned(int asked, int drafted, int kept, long draftNanos, int rows, long targetNanos) {
                told.add(List.of(drafted, kept));
                assertThat(rows).isEqualTo(drafted + 1);
                assertThat(draftNanos).isNotNegative();
                assertThat(targetNanos).isNotNegative();
            }
        };
        Sampling sampling = Sampling.at(1, 1);
        TokenRun run = new TokenRun(schedule, null, Ending.after(14), (column, origin) -> {});
        try (Sequence main = target.open(PROMPT, sampling);
                Sequence small = target.open(PROMPT, sampling)) {
            ChainRound round = new ChainRound(small);
            while (run.goesOn()) {
                round.play(run, main, Noise.seeded(1));
            }
        }
        assertThat(told).containsExactly(List.of(3, 3), List.of(3, 3), List.of(1, 1));
    }

    private static void assertHolds(Sequence sequence, List<Integer> said) {
        assertThat(sequence.length()).isEqualTo(PROMPT.length() + said.size());
        assertThat(sequence.computed()).isLessThan(sequence.length());
        for (int i = 0; i < said.size(); i++) {
            assertThat(sequence.token(PROMPT.length() + i, 0)).isEqualTo(said.get(i));
        }
    }

    private static void assertFresh(Sequence sequence, TableModel model) {
        int[] said = IntStream.range(0, sequence.length())
                .map(column -> sequence.token(column, 0))
                .toArray();
        try (Sequence fresh = model.open(Prompt.of(said), Sampling.at(1, 0))) {
            Law law = sequence.pass(restarted(sequence)).law(0, 0);
            Law wanted = fresh.pass(restarted(fresh)).law(0, 0);
            for (int token = 0; token < law.size(); token++) {
                assertThat(law.prob(token)).isEqualTo(wanted.prob(token));
            }
        }
    }

    private static Draft restarted(Sequence sequence) {
        Draft draft = new Draft(1);
        draft.restart(sequence);
        return draft;
    }
}
