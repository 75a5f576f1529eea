package dev.specula.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Simulated rounds: times are given, nothing is measured. */
class SelfTuningScheduleTests {
    private static final int LONGEST = 8;

    private final SplittableRandom random = new SplittableRandom(6);
    private double acceptance = .8;
    private double draftNanos = 100;
    private double tokens;
    private double nanos;

    @Test
    void isNearlyAsQuickAsTheBestLength() {
        for (double accepted : new double[] {.3, .5, .7, .85, .95}) {
            for (double step : new double[] {30, 100, 300}) {
                acceptance = accepted;
                draftNanos = step;
                SelfTuningSchedule schedule = new SelfTuningSchedule(LONGEST);
                play(schedule, 500);
                double perToken = play(schedule, 3000);
                assertThat(perToken)
                        .as("acceptance %s, draft step %s", accepted, step)
                        .isLessThan(1.05 * bestTimePerToken());
            }
        }
    }

    @Test
    void losesAtMostThreePercentToAUselessDraft() {
        for (double step : new double[] {50, 200, 500, 1000}) {
            for (int seed = 0; seed < 5; seed++) {
                acceptance = 0;
                draftNanos = step;
                double perToken = play(new SelfTuningSchedule(LONGEST), 4000);
                assertThat(perToken).as("draft step %s", step).isLessThan(1.03 * targetNanos(1));
            }
        }
    }

    @Test
    void draftsAgainWhenTheDraftGetsGood() {
        acceptance = 0;
        SelfTuningSchedule schedule = new SelfTuningSchedule(LONGEST);
        play(schedule, 5000);
        assertThat(schedule.budget()).isLessThanOrEqualTo(2);
        acceptance = .9;
        play(schedule, 5000);
        assertThat(play(schedule, 2000)).isLessThan(1.05 * bestTimePerToken());
    }

    @Test
    void letsASourceStopByItselfThatKnowsWhenItIsWrong() {
        for (double sure : new double[] {.5, .8, .95}) {
            SelfTuningSchedule schedule = new SelfTuningSchedule(24);
            playSure(schedule, sure, 500);
            double perToken = playSure(schedule, sure, 3000);
            double best = targetNanos(1);
            for (int most = 1; most <= 24; most++) {
                best = Math.min(best, playSure(new FixedSchedule(most), sure, 3000));
            }
            assertThat(perToken).as("sure %s of the time", sure).isLessThan(1.05 * best);
        }
    }

    @Test
    void losesAtMostThreePercentToASourceThatIsNeverSure() {
        double perToken = playSure(new SelfTuningSchedule(24), 0, 4000);

        assertThat(perToken).isLessThan(1.03 * targetNanos(1));
    }

    @Test
    void draftsWithASureSourceThoughItsFirstStepsWereCold() {
        SelfTuningSchedule schedule = new SelfTuningSchedule(24);
        for (int round = 0; round < 4; round++) {
            schedule.learned(schedule.budget(), 2, 2, 600_000, 3, (long) targetNanos(3));
        }
        playSure(schedule, .9, 100);

        assertThat(playSure(schedule, .9, 1000)).isLessThan(.5 * targetNanos(1));
    }

    @Test
    void goesOnAskingWhereThatIsFree() {
        SelfTuningSchedule schedule = new SelfTuningSchedule(LONGEST);
        for (int round = 0; round < 2000; round++) {
            schedule.learned(schedule.budget(), 0, 0, 0, 1, (long) targetNanos(1)); // a lookup that finds nothing
        }

        assertThat(schedule.budget()).isPositive();
    }

    @Test
    void waitsAgainWhereATryDraftedNothing() {
        acceptance = 0;
        SelfTuningSchedule schedule = new SelfTuningSchedule(LONGEST);
        play(schedule, 200);
        int tries = 0;
        for (int round = 0; round < 3000; round++) {
            tries += schedule.budget() > 0 ? 1 : 0;
            schedule.learned(
                    schedule.budget(), 0, 0, 50, 1, (long) targetNanos(1)); // of a draft model that is never sure
        }
        assertThat(tries).isBetween(1, 3000 / 16);
    }

    @Test
    void stopsWhenTheDraftGetsBad() {
        acceptance = .9;
        SelfTuningSchedule schedule = new SelfTuningSchedule(LONGEST);
        play(schedule, 1000);
        acceptance = 0;
        play(schedule, 500);
        assertThat(play(schedule, 3000)).isLessThan(1.03 * targetNanos(1));
    }

    @Test
    void staysInItsBounds() {
        SelfTuningSchedule schedule = new SelfTuningSchedule(3);
        acceptance = .99;
        for (int round = 0; round < 500; round++) {
            assertThat(schedule.budget()).isBetween(0, 3);
            play(schedule, 1);
        }
        assertThatThrownBy(() -> new SelfTuningSchedule(-1)).hasMessageContaining("at least 0 tokens, but was -1");
    }

    @Test
    void guessesWhileEnoughGuessesAreRight() {
        SelfTuningSchedule schedule = new SelfTuningSchedule(0);
        assertThat(schedule.guesses(Recall.PAIR)).isTrue();

        playAlone(schedule, .02, 500);
        assertThat(schedule.guesses(Recall.PAIR)).as("one in fifty is right").isFalse();

        playAlone(schedule, .2, 500);
        assertThat(schedule.guesses(Recall.PAIR)).as("one in five is right").isTrue();
    }

    @Test
    void computesOnlyTheKindOfGuessThatComesTrue() {
        SelfTuningSchedule schedule = new SelfTuningSchedule(0);
        for (int round = 0; round < 500; round++) {
            Recall recall = round % 3 == 0 ? Recall.LAST : round % 3 == 1 ? Recall.PAIR : Recall.MODEL;
            schedule.guessed(recall, recall != Recall.LAST && random.nextDouble() < .3);
            int rows = 1 + round / 2 % 2;
            schedule.learned(0, 0, 0, 0, rows, (long) targetNanos(rows));
        }
        assertThat(schedule.guesses(Recall.PAIR)).isTrue();
        assertThat(schedule.guesses(Recall.MODEL)).isTrue();
        assertThat(schedule.guesses(Recall.LAST)).isFalse();
        assertThat(schedule.guesses(Recall.NOTHING)).isFalse();
    }

    @Test
    void weighsGuessesByWhatASecondRowTakesThoughEachOfManyTakesLess() {
        SelfTuningSchedule schedule = new SelfTuningSchedule(LONGEST);
        for (int round = 0; round < 600; round++) {
            if (round % 4 == 0) {
                schedule.learned(16, 16, 16, 100, 17, 1_000 + 150 + 15 * 30);
            } else {
                boolean computed = schedule.guesses(Recall.PAIR);
                schedule.guessed(Recall.PAIR, round % 10 == 1);
                schedule.learned(16, 0, 0, 10, computed ? 2 : 1, computed ? 1_150 : 1_000);
            }
        }
        assertThat(schedule.guesses(Recall.PAIR))
                .as("one in ten is right, a second row takes 15 % longer")
                .isFalse();
    }

    @Test
    void losesLittleToGuessesThatAreWrong() {
        double perToken = playAlone(new SelfTuningSchedule(0), 0, 4000);

        assertThat(perToken).isLessThan(1.01 * targetNanos(1));
    }

    @Test
    void draftsThoughItsFirstStepsWereCold() {
        for (int cold = 1; cold <= 4; cold++) {
            acceptance = .9;
            SelfTuningSchedule schedule = new SelfTuningSchedule(LONGEST);
            for (int round = 0; round < cold; round++) {
                int budget = schedule.budget();
                schedule.learned(budget, budget, budget, budget * 200_000L, budget + 1, (long) targetNanos(budget + 1));
            }
            play(schedule, 100);
            assertThat(play(schedule, 1000)).as("%s cold rounds", cold).isLessThan(1.05 * bestTimePerToken());
        }
    }

    /** The first passes of a program, as measured: code is cold, and a compiler holds the thread that the second one waits for. */
    @Test
    void draftsThoughACompilerHeldUpItsSecondPass() {
        SelfTuningSchedule schedule = new SelfTuningSchedule(LONGEST);
        int drafted = 0;
        for (int round = 0; round < 60; round++) {
            int budget = schedule.budget();
            double cold = 1 + 2 * Math.exp(-round / 8.0);
            double target = (200 + 35 * (budget + 1)) * cold + (round == 1 ? 4_000 : 0);
            int kept = round == 2 ? 1 : budget;
            schedule.learned(budget, budget, kept, (long) (50 * budget * cold), budget + 1, (long) target);
            drafted += round < 30 ? 0 : budget;
        }
        assertThat(drafted / 30.0).isGreaterThan(6);
    }

    @Test
    void survivesAPassThatTookForEver() {
        acceptance = .85;
        SelfTuningSchedule schedule = new SelfTuningSchedule(LONGEST);
        play(schedule, 500);
        schedule.learned(4, 4, 1, 2_000_000_000L, 5, 5_000_000_000L);
        assertThat(play(schedule, 1000)).isLessThan(1.05 * bestTimePerToken());
    }

    /** Plays rounds, and returns their time per token. */
    private double play(SelfTuningSchedule schedule, int rounds) {
        tokens = 0;
        nanos = 0;
        for (int round = 0; round < rounds; round++) {
            int budget = schedule.budget();
            int kept = 0;
            while (kept < budget && random.nextDouble() < acceptance) {
                kept++;
            }
            double draft = budget * draftNanos * jitter();
            double target = targetNanos(budget + 1) * jitter();
            schedule.learned(budget, budget, kept, (long) draft, budget + 1, (long) target);
            tokens += kept + 1;
            nanos += draft + target;
        }
        return nanos / tokens;
    }

    /** Plays rounds of a source that drafts right tokens only, and a step longer than them to find out where to stop. */
    private double playSure(Schedule schedule, double sure, int rounds) {
        tokens = 0;
        nanos = 0;
        for (int round = 0; round < rounds; round++) {
            int budget = schedule.budget();
            int drafted = 0;
            while (drafted < budget && random.nextDouble() < sure) {
                drafted++;
            }
            double draft = Math.min(budget, drafted + 1) * draftNanos * jitter();
            double target = targetNanos(drafted + 1) * jitter();
            schedule.learned(budget, drafted, drafted, (long) draft, drafted + 1, (long) target);
            tokens += drafted + 1;
            nanos += draft + target;
        }
        return nanos / tokens;
    }

    /** Plays rounds without draft, each with a guess that is right so often, and returns their time per token. */
    private double playAlone(SelfTuningSchedule schedule, double right, int rounds) {
        tokens = 0;
        nanos = 0;
        for (int round = 0; round < rounds; round++) {
            Recall recall = round % 8 == 0 ? Recall.NOTHING : Recall.PAIR;
            int rows = schedule.guesses(recall) ? 2 : 1;
            boolean hit = recall != Recall.NOTHING && random.nextDouble() < right;
            schedule.guessed(recall, hit);
            double target = targetNanos(rows) * jitter();
            schedule.learned(0, 0, 0, 0, rows, (long) target);
            tokens += rows == 2 && hit ? 2 : 1;
            nanos += target;
        }
        return nanos / tokens;
    }

    private double bestTimePerToken() {
        double best = targetNanos(1);
        double expected = 1;
        for (int length = 1; length <= LONGEST; length++) {
            expected += Math.pow(acceptance, length);
            best = Math.min(best, (length * draftNanos + targetNanos(length + 1)) / expected);
        }
        return best;
    }

    private static double targetNanos(int rows) {
        return 940 + 60 * rows;
    }

    private double jitter() {
        return .9 + .2 * random.nextDouble();
    }
}
