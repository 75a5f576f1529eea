package dev.specula.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.noise.Noise;
import dev.specula.testkit.PlainLaw;
import dev.specula.testkit.TableModel;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** MC-SJD is speculative Jacobi decoding whose guesses are redrawn by a maximal coupling, which is the ratio rule itself. */
class CoupledWindowTests {
    private static final int TOKENS = 5;
    private static final int POSITION = 8;
    private static final int TRIALS = 2000;
    private static final TableModel MODEL = TableModel.of(TOKENS, 1);

    private final Random random = new Random(3);

    @Test
    void eachGuessFollowsItsLawAsTheRatioRuleJudgesADraftOfOne() {
        CoupledWindow window = new CoupledWindow(GuessCoupling.MAXIMAL, WindowStart.ANY_TOKEN);
        int kept = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            Noise noise = Noise.seeded(trial);
            PlainLaw before = law();
            PlainLaw now = law();
            int guess = random.nextInt(TOKENS);
            Residual replaced = new Residual();
            replaced.reset(now, before);
            replaced.refuse(guess);

            int next = window.follow(guess, before, now, POSITION, noise, trial);

            Noise fresh = noise.inRound(trial);
            boolean keeps = judge(guess, before, now, fresh).kept() == 1;
            assertThat(next).isEqualTo(keeps ? guess : fresh.draw(Noise.Use.DRAFT, replaced, POSITION, 0));
            kept += keeps ? 1 : 0;
        }
        assertThat(kept).isBetween(TRIALS / 4, TRIALS - TRIALS / 10);
    }

    @Test
    void aGuessWhoseLawDoesNotChangeStays() {
        for (GuessCoupling coupling : GuessCoupling.values()) {
            CoupledWindow window = new CoupledWindow(coupling, WindowStart.ANY_TOKEN);
            for (int trial = 0; trial < 200; trial++) {
                Noise noise = Noise.seeded(trial);
                PlainLaw law = law();
                int guess = window.first(law, POSITION, noise, 1);

                assertThat(window.follow(guess, law, law, POSITION, noise, 2)).isEqualTo(guess);
            }
        }
    }

    /** The verdict of the ratio rule on a draft of {@code guess} at {@link #POSITION}. */
    private static Verdict judge(int guess, PlainLaw before, PlainLaw now, Noise noise) {
        SampledDraft draft = new SampledDraft(TOKENS);
        try (Sequence said = MODEL.open(Prompt.of(new int[POSITION]), Sampling.at(1, 0))) {
            draft.restart(said);
            draft.add(0, guess, before);
            return new Rejection().judge(draft, (node, lane) -> now, noise);
        }
    }

    private PlainLaw law() {
        double[] weights = random.doubles(TOKENS, 0.02, 1).toArray();
        return PlainLaw.of(weights);
    }
}
