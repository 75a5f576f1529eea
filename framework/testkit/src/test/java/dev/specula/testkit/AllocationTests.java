package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.specula.noise.Noise;
import dev.specula.testkit.rounds.ChainRound;
import dev.specula.testkit.rounds.Round;
import dev.specula.testkit.rounds.SampledRound;
import dev.specula.testkit.rounds.SourceRound;
import dev.specula.testkit.rounds.TreeRound;
import dev.specula.token.ChainGrowth;
import dev.specula.token.Ending;
import dev.specula.token.JacobiWindow;
import dev.specula.token.Lookup;
import dev.specula.token.NgramTable;
import dev.specula.token.Prompt;
import dev.specula.token.Rejection;
import dev.specula.token.Sampling;
import dev.specula.token.SelfTuningSchedule;
import dev.specula.token.Sequence;
import dev.specula.token.Siblings;
import dev.specula.token.TokenRun;
import dev.specula.token.TreeGrowth;
import java.lang.management.ManagementFactory;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** In the steady state a round leaves nothing for the garbage collector. */
class AllocationTests {
    private static final int ROUNDS = 5_000;
    private static final int TOKENS = 8;

    static Stream<Arguments> rounds() {
        return Stream.of(
                round("chain", ChainRound::new),
                round("tree", small -> new TreeRound(small, new TreeGrowth(12, .5, .3))),
                round("Jacobi window", small -> new SourceRound(new JacobiWindow())),
                round("lookup", small -> new SourceRound(new Lookup(3))),
                round("rejection", small -> new SampledRound(small, new ChainGrowth(6), new Rejection(), TOKENS)),
                round(
                        "siblings",
                        small -> new SampledRound(small, new TreeGrowth(12, .5, .3), new Siblings(), TOKENS)));
    }

    private static Arguments round(String name, Function<Sequence, Round> round) {
        return Arguments.of(name, round);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rounds")
    void aRoundAllocatesNothing(String name, Function<Sequence, Round> rounds) {
        TableModel target = TableModel.of(TOKENS, 91);
        Prompt prompt = Prompt.of(0, 1, 2, 3);
        Sampling sampling = new Sampling(.8, 6, .95, 1.1, 1);
        Noise noise = Noise.seeded(1);
        TokenRun run = new TokenRun(
                new SelfTuningSchedule(6), new NgramTable(), Ending.after(Integer.MAX_VALUE), (column, origin) -> {});
        try (Sequence main = target.open(prompt, sampling);
                Sequence small = TableModel.of(TOKENS, 92).open(prompt, sampling);
                Round round = rounds.apply(small)) {
            play(run, round, main, small, noise);
            long before = allocated();
            play(run, round, main, small, noise);
            // A few bytes in all are the measurement's own, or a class that is loaded late.
            assertThat((allocated() - before) / (double) ROUNDS)
                    .as("bytes per round: %s", name)
                    .isLessThan(2);
        }
    }

    private static void play(TokenRun run, Round round, Sequence main, Sequence small, Noise noise) {
        for (int i = 0; i < ROUNDS; i++) {
            round.play(run, main, noise);
            if (main.length() > 60) {
                int length = 4 + i % 16; // another beginning each time, or the noise would repeat the answer
                main.rewindTo(length);
                small.rewindTo(Math.min(length, small.length())); // not every round has a draft model
            }
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
