package dev.specula.denoise;

/** Which of the target's estimates is frozen. None changes the law; they trade calls for states kept. */
public enum Freshness {
    /**
     * The estimate that the last round gave for the state before node 0: one call a round, and a draft that is one step older.
     * Pays where a call reads its weights rather than computes, and usually elsewhere.
     */
    PREFETCHED,
    /** The estimate of the round's own start, by a call of its own before each draft: two calls, as published. */
    RECOMPUTED;

    boolean drafts(Trajectory path) {
        // A round without draft takes one step with the estimate it has just computed: what follows is drafted from
        // that.
        return path.hasBefore() && (this == PREFETCHED || path.draftedBefore() == 0);
    }
}
