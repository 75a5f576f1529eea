package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.noise.Noise;
import dev.specula.testkit.rounds.Answer;
import dev.specula.testkit.rounds.ChainRound;
import dev.specula.testkit.rounds.Request;
import dev.specula.testkit.rounds.Round;
import dev.specula.testkit.rounds.SampledRound;
import dev.specula.testkit.rounds.SampledSourceRound;
import dev.specula.testkit.rounds.SourceRound;
import dev.specula.testkit.rounds.TreeRound;
import dev.specula.token.ChainGrowth;
import dev.specula.token.CoupledWindow;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.GuessCoupling;
import dev.specula.token.JacobiWindow;
import dev.specula.token.Prompt;
import dev.specula.token.RecyclingSource;
import dev.specula.token.RedrawnWindow;
import dev.specula.token.Rejection;
import dev.specula.token.SampledDraft;
import dev.specula.token.Sampling;
import dev.specula.token.Siblings;
import dev.specula.token.Source;
import dev.specula.token.TreeGrowth;
import dev.specula.token.WindowStart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The second net under the enumerations: answers drawn with the real noise, which shares races between rounds. Chi-square
 * with a false-alarm rate of 1e-6; with fixed seeds it passes or fails for good.
 */
class SampledAnswersTests {
    private static final int SAMPLES = 30_000;
    private static final int COLUMNS = 5;
    private static final Prompt PROMPT = Prompt.of(1, 0, 2);

    static Stream<Arguments> pipelines() {
        return Stream.of(
                pipeline("match on a chain", request -> new ChainRound(request.small())),
                pipeline("match on a tree", request -> new TreeRound(request.small(), new TreeGrowth(3, .4, .35))),
                pipeline("match in a Jacobi window", request -> new SourceRound(new JacobiWindow())),
                pipeline("rejection in a redrawn window", request -> window(new RedrawnWindow())),
                pipeline("rejection in a coupled window", request -> window(new CoupledWindow())),
                pipeline(
                        "rejection in a window that shares races",
                        request -> window(new CoupledWindow(GuessCoupling.SHARED_RACE, WindowStart.LAW_BEFORE))),
                pipeline(
                        "rejection on recycled drafts",
                        request -> new SampledSourceRound(
                                new RecyclingSource(request.small(), new ChainGrowth(8), 1), new Rejection())),
                pipeline(
                        "rejection on a chain",
                        request -> new SampledRound(request.small(), new ChainGrowth(3), new Rejection(), 3)),
                pipeline(
                        "siblings on a tree",
                        request -> new SampledRound(request.small(), new TreeGrowth(3, .4, .35), new Siblings(), 3)));
    }

    private static Round window(Source<SampledDraft> window) {
        return new SampledSourceRound(window, new Rejection());
    }

    private static Arguments pipeline(String name, Function<Request, Round> rounds) {
        return Arguments.of(name, rounds);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pipelines")
    void answersHaveTheTargetsLaw(String name, Function<Request, Round> rounds) {
        TableModel target = TableModel.of(3, 71);
        TableModel draft = target.draft(.4, 72);
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (int seed = 0; seed < SAMPLES; seed++) {
            Request request = new Request(
                    target, draft, PROMPT, Sampling.at(1, seed), Ending.after(COLUMNS), new FixedSchedule(3), null);
            Answer answer = new Answer();
            request.run(rounds.apply(request), answer, Noise.seeded(seed));
            counts.merge(answer.tokens(), 1, Integer::sum);
        }
        Map<List<Integer>, Double> law = SlowTwin.answers(target, PROMPT, Sampling.at(1, 0), COLUMNS, List.of());
        assertThat(chiSquareExcess(counts, law)).as(name).isNegative();
    }

    /** Cells expected fewer than 8 times are one cell together. */
    private static double chiSquareExcess(Map<List<Integer>, Integer> counts, Map<List<Integer>, Double> law) {
        double sum = 0;
        int cells = 0;
        double rareExpected = 0;
        double rareCounted = 0;
        for (Map.Entry<List<Integer>, Double> each : law.entrySet()) {
            double expected = SAMPLES * each.getValue();
            double counted = counts.getOrDefault(each.getKey(), 0);
            if (expected < 8) {
                rareExpected += expected;
                rareCounted += counted;
            } else {
                sum += Math.pow(counted - expected, 2) / expected;
                cells++;
            }
        }
        sum += Math.pow(rareCounted - rareExpected, 2) / rareExpected;
        double part = 2.0 / (9 * cells);
        return sum - cells * Math.pow(1 - part + 4.753 * Math.sqrt(part), 3);
    }
}
