package dev.specula.token;

/** What of the last tokens a guess is drawn from: the more of them, the more often it comes true. */
public enum Recall {
    /** Nothing: there is no guess. */
    NOTHING,
    /** The last token alone; the last two were never said in a row. */
    LAST,
    /** The last two tokens. */
    PAIR
}
