package dev.specula.report;

/** Why an answer has no more. */
public enum Finish {
    /** It is done: the model said so, or all of the input was gone through. */
    END,
    /** It, or a part of it, reached the most tokens that were wanted, or that the context holds. */
    LENGTH,
    /** The listener wanted no more, or the thread was interrupted: the answer is partial. */
    CANCELLED
}
