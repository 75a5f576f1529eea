package dev.specula.language;

/** Why a reply has no more tokens. */
public enum Finish {
    /** The model said that it is done. */
    END,
    /** It reached the most tokens that were wanted, or that its context holds. */
    LENGTH,
    /** The listener wanted no more, or the thread was interrupted: the reply is partial. */
    CANCELLED
}
