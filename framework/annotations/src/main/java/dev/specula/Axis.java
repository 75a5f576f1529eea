package dev.specula;

/** The questions a speculative decoder answers; each choice annotation answers one. */
public enum Axis {
    /** Who proposes tokens. */
    SOURCE,
    /** How proposals are arranged. */
    SHAPE,
    /** Which proposals are kept. */
    ACCEPTANCE,
    /** How many proposals, and when. */
    SCHEDULE
}
