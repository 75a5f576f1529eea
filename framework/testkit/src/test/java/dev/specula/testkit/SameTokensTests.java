package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.noise.Noise;
import dev.specula.testkit.rounds.Answer;
import dev.specula.testkit.rounds.ChainRound;
import dev.specula.testkit.rounds.Request;
import dev.specula.testkit.rounds.Round;
import dev.specula.testkit.rounds.SourceRound;
import dev.specula.testkit.rounds.TreeRound;
import dev.specula.token.ChainGrowth;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Followers;
import dev.specula.token.Guidance;
import dev.specula.token.JacobiWindow;
import dev.specula.token.Lookup;
import dev.specula.token.ModelSource;
import dev.specula.token.NgramTable;
import dev.specula.token.Prompt;
import dev.specula.token.Repeating;
import dev.specula.token.Sampling;
import dev.specula.token.Schedule;
import dev.specula.token.SelfTuningSchedule;
import dev.specula.token.TreeGrowth;
import dev.specula.token.WindowStart;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SameTokensTests {
    private static final int SEEDS = 150;
    private static final int SELF_TUNING = 7;
    private static final ChainGrowth FOUR = new ChainGrowth(4);
    private static final TreeGrowth TREE = new TreeGrowth(6, .5, .3, .1);

    /** A kind of round, in columns of so many lanes. */
    private record Kind(String name, int lanes, Function<Request, Round> rounds) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("chain", 1, request -> new ChainRound(request.small())),
                new Kind("fixed tree", 1, request -> new TreeRound(request.small(), TREE)),
                new Kind("Jacobi window", 1, request -> new SourceRound(new JacobiWindow())),
                new Kind("Jacobi window from the token before", 1, request -> window(WindowStart.TOKEN_BEFORE, 9)),
                new Kind("Jacobi window from the law before", 1, request -> window(WindowStart.LAW_BEFORE, .5)),
                new Kind("repetition", 1, request -> new SourceRound(new Repeating())),
                new Kind("lookup", 1, request -> new SourceRound(new Lookup(3))),
                new Kind("model source", 1, request -> new SourceRound(new ModelSource(request.small(), FOUR))),
                new Kind("chain of columns", 2, request -> new ChainRound(request.small())),
                new Kind("Jacobi window of columns", 2, request -> new SourceRound(new JacobiWindow())));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyRoundSaysWhatTheTargetAloneSays(Kind kind) {
        int drafted = 0;
        for (double temperature : new double[] {0, 0.7, 1}) {
            for (int seed = 0; seed < SEEDS; seed++) {
                for (int budget = 0; budget <= SELF_TUNING; budget++) {
                    Request request = request(kind, temperature, seed, budget);
                    Answer answer = request.answer(kind.rounds().apply(request));
                    assertThat(answer.tokens())
                            .as("temperature %s, seed %d, budget %d", temperature, seed, budget)
                            .isEqualTo(SlowTwin.answer(
                                    request.target(), request.prompt(), request.sampling(), request.ending()));
                    drafted += answer.drafted();
                }
            }
        }
        assertThat(drafted).as("columns that a draft held").isPositive();
    }

    private static Request request(Kind kind, double temperature, int seed, int budget) {
        SplittableRandom random = new SplittableRandom(seed);
        TableModel target = TableModel.ofLanes(5, kind.lanes, random.nextLong());
        int[] prompt =
                random.ints((1 + random.nextInt(6)) * (long) kind.lanes, 0, 5).toArray();
        Sampling sampling = new Sampling(
                temperature,
                random.nextInt(3) == 0 ? 3 : 0,
                random.nextInt(3) == 0 ? .8 : 1,
                random.nextInt(3) == 0 ? 1.4 : 1,
                random.nextLong());
        Ending ending =
                random.nextInt(3) == 0 ? Ending.after(24, random.nextInt(5)) : Ending.after(1 + random.nextInt(24));
        Schedule schedule = budget == SELF_TUNING ? new SelfTuningSchedule(5) : new FixedSchedule(budget);
        return new Request(
                target,
                target.draft(random.nextDouble(), random.nextLong()),
                asked(Prompt.ofLanes(kind.lanes, prompt), random),
                sampling,
                ending,
                schedule,
                random.nextBoolean()
                        ? new NgramTable(Followers.of(random.ints(4, 0, 5).toArray()))
                        : null);
    }

    /** Now and then with forced tokens, now and then guided. */
    private static Prompt asked(Prompt prompt, SplittableRandom random) {
        Prompt restricted = random.nextInt(3) == 0 ? prompt.followedBy(new Alternating()) : prompt;
        int[] nothing = random.ints(prompt.lanes(), 0, 5).toArray();
        Guidance guidance = new Guidance(4 * random.nextDouble(), random.nextBoolean() ? random.nextDouble() : 0);
        return random.nextInt(3) == 0
                ? restricted.guided(Prompt.ofLanes(prompt.lanes(), nothing), guidance)
                : restricted;
    }

    private static Round window(WindowStart start, double reuseAbove) {
        return new SourceRound(new JacobiWindow(start, reuseAbove));
    }

    @Test
    void guessesForTheSecondRowAreKeptAndChangeNothing() {
        TableModel target = TableModel.of(2, 5);
        Prompt prompt = Prompt.of(0, 1, 1);
        int drafted = 0;
        for (int seed = 0; seed < 200; seed++) {
            Request request = new Request(
                    target,
                    target,
                    prompt,
                    Sampling.at(1, seed),
                    Ending.after(30),
                    new FixedSchedule(0),
                    new NgramTable());
            Answer answer = request.answer(new SourceRound(new Lookup(1)));
            assertThat(answer.tokens())
                    .isEqualTo(SlowTwin.answer(target, prompt, request.sampling(), request.ending()));
            drafted += answer.drafted();
        }
        assertThat(drafted).isGreaterThan(200);
    }

    @Test
    void largeTreesSayWhatTheTargetAloneSays() {
        TreeGrowth tree = new TreeGrowth(40, .4, .3, .2);
        for (int seed = 0; seed < 100; seed++) {
            TableModel target = TableModel.of(5, seed);
            Request request = new Request(
                    target,
                    target.draft(.5, 9),
                    Prompt.of(1, 2, 3),
                    Sampling.at(seed % 2, seed),
                    Ending.after(60),
                    new FixedSchedule(40),
                    null);
            assertThat(request.answer(new TreeRound(request.small(), tree)).tokens())
                    .isEqualTo(SlowTwin.answer(target, request.prompt(), request.sampling(), request.ending()));
        }
    }

    @Test
    void aDraftModelEqualToTheTargetIsNeverRefused() {
        TableModel target = TableModel.of(6, 11);
        for (int seed = 0; seed < 100; seed++) {
            Request request = new Request(
                    target,
                    target,
                    Prompt.of(1, 2, 3),
                    new Sampling(1, 4, .9, 1.2, seed),
                    Ending.after(20),
                    new FixedSchedule(4),
                    null);
            Answer answer = new Answer();
            var report = request.run(new ChainRound(request.small()), answer, Noise.seeded(seed));
            assertThat(report.acceptanceRate()).isEqualTo(1);
            assertThat(report.tau()).isEqualTo(5);
            assertThat(report.rounds()).isEqualTo(4);
            assertThat(answer.drafted()).isEqualTo(16);
        }
    }

    @Test
    void everyAnswerOfATwoLaneModelIsDifferentInEachLane() {
        TableModel target = TableModel.ofLanes(5, 2, 3);
        List<Integer> answer = SlowTwin.answer(target, Prompt.ofLanes(2, 0, 1), Sampling.at(1, 3), Ending.after(40));
        assertThat(IntStream.range(0, 40).filter(i -> !answer.get(2 * i).equals(answer.get(2 * i + 1))))
                .hasSizeGreaterThan(10);
    }
}
