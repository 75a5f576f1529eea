package dev.specula.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Simulated rounds: times are given, nothing is measured. */
class PricedScheduleTests {
    private static final int LONGEST = 16;
    private static final double FIRST_ROW = 1_000;

    private final SplittableRandom random = new SplittableRandom(6);
    private double row = 60;

    @Test
    void asksForWhatCouldBeSaidInTheTimeOfARow() {
        PricedSchedule schedule = new PricedSchedule(LONGEST);
        for (int round = 0; round < 500; round++) {
            int drafted = round % 4;
            schedule.learned(LONGEST, drafted, drafted, 0, 1 + drafted, (long) nanos(drafted)); // 2.5 tokens in 1090 ns
        }
        assertThat(schedule.price()).isCloseTo(60 * 2.5 / 1_090, within(.005));
        assertThat(schedule.budget()).isEqualTo(LONGEST);
    }

    @Test
    void asksForNothingBeforeItKnowsAnything() {
        assertThat(new PricedSchedule(LONGEST).price()).isZero();
    }

    @Test
    void countsGuessesThatCameTrueAmongWhatIsSaid() {
        PricedSchedule schedule = new PricedSchedule(LONGEST);
        for (int round = 0; round < 500; round++) {
            int rows = 1 + round % 2;
            schedule.guessed(Recall.PAIR, true);
            schedule.learned(LONGEST, 0, rows - 1, 0, rows, (long) nanos(rows - 1)); // 1.5 tokens in 1030 ns
        }
        assertThat(schedule.price()).isCloseTo(60 * 1.5 / 1_030, within(.005));
        assertThat(schedule.guesses(Recall.PAIR)).isTrue();
        assertThat(schedule.guesses(Recall.NOTHING)).isFalse();
    }

    @Test
    void isNearlyAsQuickAsTheBestPriceWhateverARowTakes() {
        for (double nanosOfRow : new double[] {30, 100, 250, 500}) {
            row = nanosOfRow;
            PricedSchedule schedule = new PricedSchedule(LONGEST);
            play(schedule, 500);
            double best = Double.POSITIVE_INFINITY;
            for (int percent = 0; percent <= 100; percent += 5) {
                best = Math.min(best, play(new Fixed(percent / 100.0), 60_000));
            }
            assertThat(play(schedule, 60_000)).as("%s ns a row", nanosOfRow).isLessThan(1.03 * best);
        }
    }

    @Test
    void isQuickerThanAnyLengthThatIsTheSameForAllDrafts() {
        row = 250;
        PricedSchedule schedule = new PricedSchedule(LONGEST);
        play(schedule, 500);
        double best = Double.POSITIVE_INFINITY;
        for (int length = 0; length <= LONGEST; length++) {
            best = Math.min(best, play(new FixedSchedule(length), 4_000));
        }
        assertThat(play(schedule, 4_000)).isLessThan(.8 * best);
    }

    @Test
    void findsOutWhatARowTakesThoughAllDraftsBeganAsLongAsTheyMay() {
        PricedSchedule schedule = new PricedSchedule(LONGEST);
        for (int round = 0; round < 200; round++) {
            int drafted = schedule.price() > 0 ? 0 : schedule.budget();
            schedule.learned(LONGEST, drafted, 0, 0, 1 + drafted, (long) nanos(drafted));
        }
        assertThat(schedule.price()).isPositive();
    }

    @Test
    void draftsAsEverAfterLongTextsOfWhichNothingRecurred() {
        PricedSchedule schedule = new PricedSchedule(LONGEST);
        for (int round = 0; round < 20_000; round++) {
            schedule.learned(LONGEST, 0, 0, 0, 1, (long) FIRST_ROW);
        }
        assertThat(schedule.budget()).isEqualTo(LONGEST);
        assertThat(schedule.price()).isLessThan(.9);
    }

    @Test
    void survivesAPassThatTookForEver() {
        row = 250;
        PricedSchedule schedule = new PricedSchedule(LONGEST);
        double before = play(schedule, 10_000);
        double after = 0;
        for (int hiccup = 0; hiccup < 50; hiccup++) {
            schedule.learned(LONGEST, 4, 1, 0, 5, 5_000_000_000L);
            after += play(schedule, 200) / 50;
        }
        assertThat(after).isLessThan(1.1 * before);
    }

    @Test
    void refusesALengthBelowNought() {
        assertThatThrownBy(() -> new PricedSchedule(-1)).hasMessageContaining("at least 0 tokens, but was -1");
    }

    /** Plays rounds of a source that knows its chances, .2 or .97 a token; returns the time per token. */
    private double play(Schedule schedule, int rounds) {
        double tokens = 0;
        double time = 0;
        for (int round = 0; round < rounds; round++) {
            double chance = random.nextInt(3) == 0 ? .97 : .2;
            double price = schedule.price();
            int drafted = 0;
            for (double reached = chance; drafted < schedule.budget() && reached >= price; reached *= chance) {
                drafted++;
            }
            int kept = 0;
            while (kept < drafted && random.nextDouble() < chance) {
                kept++;
            }
            double target = nanos(drafted) * (.9 + .2 * random.nextDouble());
            schedule.learned(LONGEST, drafted, kept, 0, 1 + drafted, (long) target);
            tokens += kept + 1;
            time += target;
        }
        return time / tokens;
    }

    private double nanos(int furtherRows) {
        return FIRST_ROW + furtherRows * row;
    }

    private record Fixed(double price) implements Schedule {
        @Override
        public int budget() {
            return LONGEST;
        }
    }
}
