package dev.specula.token;

/** What a window proposes for a position that no pass has spoken of yet. What the grammar forces is always proposed. */
public enum WindowStart {
    /** Any token that the grammar leaves, each as likely as the others. */
    ANY_TOKEN,
    /** The nearest token before that the grammar leaves here, as neighbours often agree; any token where there is none. */
    TOKEN_BEFORE,
    /** A draw from the law of the last position that the pass spoke of, as far as the grammar leaves it; any token before it. */
    LAW_BEFORE
}
