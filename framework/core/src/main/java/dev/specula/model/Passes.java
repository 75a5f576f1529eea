package dev.specula.model;

/** What the passes of a sequence are made for. */
public enum Passes {
    /**
     * Every way to cut a chain into passes gives the same bits; where an engine's kernels compute one row otherwise than several, a
     * pass over one has something beside it. What a target needs for its answer not to depend on the draft.
     */
    EXACT,
    /** As few rows as there are: drafts, and the fastest decoding without one. */
    FASTEST
}
