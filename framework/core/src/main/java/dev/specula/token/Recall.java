package dev.specula.token;

/** What a guess is drawn from. */
public enum Recall {
    /** Nothing: there is no guess. */
    NOTHING,
    /** What followed the last token before. */
    LAST,
    /** What the model says after the last token alone. */
    MODEL,
    /** What followed the last two tokens before. */
    PAIR
}
