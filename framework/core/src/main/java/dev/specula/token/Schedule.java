package dev.specula.token;

/**
 * How much is drafted, round by round. Shared by all answers of a pipeline, safe for any number of threads, and unable to
 * change what is said.
 */
public interface Schedule {
    /** Most nodes to draft in the next round; 0 leaves the target alone for a round. */
    int budget();

    /**
     * The least chance of being kept that is worth a node's row in the target's pass: what sources that know their chances draft by, within
     * the budget. 0 where that is not known, or does not matter.
     */
    default double price() {
        return 0;
    }

    /** Whether a round without draft computes a guess of this kind beside its column. */
    default boolean guesses(Recall kind) {
        return kind != Recall.NOTHING;
    }

    /**
     * Learns of a round without draft that might have a guess.
     *
     * @param kind what its guess was drawn from, computed or not
     * @param right whether the guess was what the target said
     */
    default void guessed(Recall kind, boolean right) {}

    /**
     * Learns of a round.
     *
     * @param asked most nodes that could be drafted; 0 where nothing was tried
     * @param drafted nodes that were drafted: fewer where the source stopped by itself
     * @param kept nodes that were kept, a guess among them
     * @param draftNanos time spent drafting
     * @param rows rows of the target's pass
     * @param targetNanos time of the target's pass
     */
    default void learned(int asked, int drafted, int kept, long draftNanos, int rows, long targetNanos) {}

    /**
     * Nanoseconds that drafting saves for each column, as far as was learned: what costs of drafting that come once for an answer are
     * weighed against. Infinite before anything was learned, 0 where drafting does not pay.
     */
    default double savedNanos() {
        return Double.POSITIVE_INFINITY;
    }
}
