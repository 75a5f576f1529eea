package dev.specula.denoise;

/** What happens after a forecast that was checked and found too far off. */
public enum Fallback {
    /** It is used all the same, and the next step is computed in full: what SpeCa's published code does. */
    NEXT_STEP,
    /** It is thrown away, and this step is computed in full: what SpeCa's paper says. */
    THIS_STEP
}
