package dev.specula.speech;

/** Why a transcript has no more. */
public enum Finish {
    /** All of the sound was written down. */
    END,
    /** All of the sound was gone through, but the words of some window reached the most tokens that were wanted. */
    LENGTH,
    /** The listener wanted no more, or the thread was interrupted: the transcript is partial. */
    CANCELLED
}
