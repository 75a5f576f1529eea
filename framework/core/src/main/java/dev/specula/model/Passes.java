package dev.specula.model;

/** What the passes of a sequence are made for. */
public enum Passes {
    /**
     * Every way to cut a chain into passes gives the same bits: a pass never has fewer than two rows. What a target needs for
     * its answer not to depend on the draft.
     */
    EXACT,
    /** As few rows as there are: drafts, and the fastest decoding without one. */
    FASTEST
}
