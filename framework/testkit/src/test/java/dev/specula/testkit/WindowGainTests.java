package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.specula.noise.Noise;
import dev.specula.testkit.rounds.Round;
import dev.specula.testkit.rounds.SampledSourceRound;
import dev.specula.testkit.rounds.SourceRound;
import dev.specula.token.CoupledWindow;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.GuessCoupling;
import dev.specula.token.JacobiWindow;
import dev.specula.token.RedrawnWindow;
import dev.specula.token.Rejection;
import dev.specula.token.SampledDraft;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.Source;
import dev.specula.token.TokenRun;
import dev.specula.token.WindowStart;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What windows save: tokens per pass on rasters of 256 tokens with laws over 256 tokens, from flat to less flat. The bands of
 * windows that start from certain tokens were found by a simulation apart from this code.
 */
class WindowGainTests {
    private static final int WINDOW = 32;
    private static final int SEEDS = 6;

    @Test
    void redrawnGuessesLoseTheirWorthAsLawsSharpen() {
        Supplier<Round> rounds = ratio(() -> new RedrawnWindow(WindowStart.TOKEN_BEFORE));
        assertThat(perPass(.1, rounds)).isCloseTo(10.7, withinPercentage(8));
        assertThat(perPass(.3, rounds)).isCloseTo(5.5, withinPercentage(8));
        assertThat(perPass(.6, rounds)).isCloseTo(3.1, withinPercentage(8));
    }

    @Test
    void coupledGuessesKeepIt() {
        Supplier<Round> rounds = ratio(() -> new CoupledWindow(GuessCoupling.MAXIMAL, WindowStart.TOKEN_BEFORE));
        assertThat(perPass(.1, rounds)).isCloseTo(12.6, withinPercentage(8));
        assertThat(perPass(.3, rounds)).isCloseTo(10.3, withinPercentage(8));
        assertThat(perPass(.6, rounds)).isCloseTo(8.0, withinPercentage(8));
    }

    @Test
    void aSharedRaceIsNearlyAsGood() {
        Supplier<Round> rounds = ratio(() -> new CoupledWindow(GuessCoupling.SHARED_RACE, WindowStart.TOKEN_BEFORE));
        assertThat(perPass(.3, rounds)).isCloseTo(10.3, withinPercentage(8));
        assertThat(perPass(.6, rounds)).isCloseTo(7.2, withinPercentage(8));
    }

    /** The first guess of a position is worth as much as its law has in common with the target's. */
    @Test
    void firstGuessesThatWereDrawnAreKeptMoreOften() {
        assertThat(perPass(.1, ratio(RedrawnWindow::new))).isGreaterThan(12.5);
        assertThat(perPass(.3, ratio(CoupledWindow::new))).isGreaterThan(12);
    }

    @Test
    void matchSavesNearlyAsMuchAndKeepsTheTokens() {
        assertThat(perPass(.3, () -> new SourceRound(new JacobiWindow()))).isCloseTo(12.6, withinPercentage(8));
        assertThat(perPass(.6, () -> new SourceRound(new JacobiWindow()))).isCloseTo(8.4, withinPercentage(8));
    }

    private static Supplier<Round> ratio(Supplier<Source<SampledDraft>> window) {
        return () -> new SampledSourceRound(window.get(), new Rejection());
    }

    private static double perPass(double scale, Supplier<Round> rounds) {
        long tokens = 0;
        long passes = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            NeighbourModel model = new NeighbourModel(scale, seed);
            TokenRun run = new TokenRun(
                    new FixedSchedule(WINDOW), null, Ending.after(NeighbourModel.LENGTH), (column, origin) -> {});
            Noise noise = Noise.seeded(seed);
            try (Round round = rounds.get();
                    Sequence main = model.open(Sampling.at(1, seed))) {
                while (run.goesOn()) {
                    round.play(run, main, noise);
                }
            }
            tokens += run.report().committed();
            passes += run.report().rounds();
        }
        return tokens / (double) passes;
    }
}
