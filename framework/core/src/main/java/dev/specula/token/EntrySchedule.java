package dev.specula.token;

/**
 * Drafts one answer as another schedule says, unless what comes before the first drafted token costs more than drafting saves: a draft
 * model that hears with an encoder of its own pays for long speech only. Nothing is drafted then, and the entry is not paid, but for
 * an answer now and then, which learns whether that is still so. Once the entry is paid, the other schedule decides. Belongs to one
 * answer.
 */
public final class EntrySchedule implements Schedule {
    private final Schedule drafting;
    private final Entries entries;
    private final double entryNanos;
    private final double expectedColumns;
    private boolean decided;
    private boolean entered;

    /**
     * Drafts as {@code drafting} says.
     *
     * @param entries of all answers that {@code drafting} decides about
     * @param entryNanos what the first drafted token costs once, in nanoseconds; 0 where it is not known
     * @param expectedColumns about how long the answer will be
     */
    public EntrySchedule(Schedule drafting, Entries entries, double entryNanos, double expectedColumns) {
        this.drafting = drafting;
        this.entries = entries;
        this.entryNanos = entryNanos;
        this.expectedColumns = expectedColumns;
    }

    @Override
    public int budget() {
        int budget = drafting.budget();
        if (budget > 0 && !decided) {
            decided = true;
            entered = entries.enters(drafting.savedNanos() * expectedColumns >= entryNanos);
        }
        return entered ? budget : 0;
    }

    @Override
    public double price() {
        return drafting.price();
    }

    @Override
    public boolean guesses(Recall kind) {
        return drafting.guesses(kind);
    }

    @Override
    public void guessed(Recall kind, boolean right) {
        drafting.guessed(kind, right);
    }

    @Override
    public void learned(int asked, int drafted, int kept, long draftNanos, int rows, long targetNanos) {
        drafting.learned(asked, drafted, kept, draftNanos, rows, targetNanos);
    }

    @Override
    public double savedNanos() {
        return drafting.savedNanos();
    }
}
