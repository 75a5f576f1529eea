package dev.specula.token;

/** The same budget in each round; 0 is decoding by the target alone. */
public final class FixedSchedule implements Schedule {
    private final int budget;

    /** Drafts at most {@code budget} nodes a round. */
    public FixedSchedule(int budget) {
        if (budget < 0) {
            throw new IllegalArgumentException("budget must be at least 0 nodes, but was " + budget + ".");
        }
        this.budget = budget;
    }

    @Override
    public int budget() {
        return budget;
    }
}
