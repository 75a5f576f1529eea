package dev.specula.token;

/**
 * Leaves it to the source how much is drafted, and tells it what a row costs: the tokens that could be said in the time that a further row
 * takes. A node that is kept more often than that makes answers sooner, any other later, so nothing is gained by a bound below the longest draft,
 * and nothing has to be tried: sources that know their chances count them whether they draft or not. Rounds without draft compute a guess
 * while enough of its kind come true. All of it from measured times, which fade so that a change is noticed.
 */
public final class PricedSchedule implements Schedule {
    private static final double MEMORY = 0.99; // per round

    private final int longest;
    private final TargetTimes target = new TargetTimes(MEMORY);
    private double columns;
    private double nanos;

    /** Drafts of at most {@code longest} tokens. */
    public PricedSchedule(int longest) {
        if (longest < 0) {
            throw new IllegalArgumentException("longest must be at least 0 tokens, but was " + longest + ".");
        }
        this.longest = longest;
    }

    @Override
    public synchronized int budget() {
        // Where rows seem to cost nothing, all drafts are as long as they may be, and nothing tells what a row costs.
        return target.ofRow() == 0 && target.rounds() % 2 == 1 ? longest / 2 : longest;
    }

    @Override
    public synchronized double price() {
        return nanos == 0 ? 0 : columns / nanos * target.ofRow();
    }

    @Override
    public synchronized boolean guesses(Recall kind) {
        return target.guesses(kind);
    }

    @Override
    public synchronized void guessed(Recall kind, boolean right) {
        target.guessed(kind, right);
    }

    @Override
    public synchronized void learned(int asked, int drafted, int kept, long draftNanos, int rows, long targetNanos) {
        if (target.learned(drafted, rows, (double) targetNanos)) {
            columns = 0;
            nanos = 0;
        }
        columns = MEMORY * columns + 1 + kept;
        nanos = MEMORY * nanos
                + Math.min(
                        (double) (draftNanos + targetNanos),
                        2 * target.at(rows)); // a hiccup would make rows cheap for long
    }
}
