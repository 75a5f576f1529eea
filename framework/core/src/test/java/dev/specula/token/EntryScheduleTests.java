package dev.specula.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What drafting costs once is paid where it is made up for. */
class EntryScheduleTests {
    /** Drafts four, and saves a thousand nanoseconds a column. */
    private static final Schedule SAVING = new Schedule() {
        @Override
        public int budget() {
            return 4;
        }

        @Override
        public double savedNanos() {
            return 1000;
        }
    };

    private final Entries entries = new Entries();

    @Test
    void draftsNothingWhereTheEntryCostsMoreThanIsSaved() {
        assertThat(new EntrySchedule(SAVING, entries, 20_001, 20).budget()).isZero();
        assertThat(new EntrySchedule(SAVING, entries, 20_000, 20).budget()).isEqualTo(4);
    }

    @Test
    void entersWhereNothingWasLearnedYet() {
        assertThat(new EntrySchedule(new SelfTuningSchedule(8), entries, 1e9, 1).budget())
                .isPositive();
    }

    @Test
    void doesNotAskAgainOnceTheEntryIsPaid() {
        SelfTuningSchedule learning = new SelfTuningSchedule(4);
        EntrySchedule schedule = new EntrySchedule(learning, entries, 1e9, 1);
        schedule.budget();

        for (int round = 0; round < 8; round++) {
            schedule.learned(4, 4, 4, 400, 5, 1000);
        }

        assertThat(schedule.savedNanos()).isPositive().isFinite();
        assertThat(schedule.budget()).isPositive();
        assertThat(new EntrySchedule(learning, entries, 1e9, 1).budget()).isZero();
    }

    @Test
    void entersNowAndThenThoughItDoesNotSeemToPay() {
        List<Integer> entered = IntStream.range(0, 200)
                .filter(answer -> new EntrySchedule(SAVING, entries, 20_001, 20).budget() > 0)
                .boxed()
                .toList();

        assertThat(entered).containsExactly(15, 47, 111);
    }

    @Test
    void draftsAgainWhenTheDraftGetsGoodThoughEveryAnswerHasAnEntry() {
        SelfTuningSchedule learning = new SelfTuningSchedule(4);
        for (int round = 0; round < 8; round++) {
            learning.learned(4, 4, 0, 4000, 5, 1000);
        }

        int drafted = 0;
        for (int answer = 0; answer < 2000; answer++) {
            EntrySchedule schedule = new EntrySchedule(learning, entries, 1000, 40);
            for (int round = 0; round < 20; round++) {
                int budget = schedule.budget();
                schedule.learned(budget, budget, budget, 50L * budget, 1 + budget, 1000);
                drafted += answer >= 1900 ? budget : 0;
            }
        }

        assertThat(drafted).isGreaterThan(100 * 20 * 3);
    }

    @Test
    void savesNothingWhereDraftingDoesNotPay() {
        SelfTuningSchedule learning = new SelfTuningSchedule(4);

        for (int round = 0; round < 8; round++) {
            learning.learned(4, 4, 0, 4000, 5, 1000);
        }

        assertThat(learning.savedNanos()).isZero();
    }
}
