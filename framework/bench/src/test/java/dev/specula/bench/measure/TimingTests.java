package dev.specula.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.specula.bench.TablePipeline;
import dev.specula.bench.decoding.Decoder;
import dev.specula.bench.decoding.Said;
import dev.specula.bench.decoding.Way;
import dev.specula.bench.workload.Task;
import dev.specula.token.Sampling;
import org.junit.jupiter.api.Test;

class TimingTests {
    private static final int LENGTH = 20;

    @Test
    void whatTheFirstRoundCommitsCountsInWholeAnswers() {
        Said plain = say(Way.PLAIN);
        Said speculative = say(Way.SPECULATIVE);

        double speedup = of(speculative).answerSpeedupOver(of(plain));

        double alone = plain.answerNanos() - plain.promptNanos();
        double drafted = Math.max(1, speculative.answerNanos() - plain.promptNanos());
        assertThat(speedup).isCloseTo(alone / drafted, within(1e-9 * speedup));
        assertThat(of(plain).answerSpeedupOver(of(plain))).isEqualTo(1);
    }

    private static Said say(Way way) {
        Task task = TablePipeline.tasks(1).get(0);
        return new Decoder(TablePipeline.right(), way, LENGTH).say(task, Sampling.GREEDY);
    }

    private static Timing of(Said answer) {
        Timing timing = new Timing();
        timing.start();
        timing.add(answer);
        timing.end();
        return timing;
    }
}
