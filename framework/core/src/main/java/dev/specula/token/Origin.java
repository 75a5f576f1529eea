package dev.specula.token;

/** Where a token of the answer came from. */
public enum Origin {
    /** Drafted, and kept by the target. */
    DRAFT,
    /** The target's own: a correction or a bonus token. */
    TARGET
}
