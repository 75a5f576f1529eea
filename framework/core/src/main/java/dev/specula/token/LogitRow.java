package dev.specula.token;

/** A row of logits while it is decided which tokens it is about. */
public interface LogitRow {
    /** Takes out all tokens but those from {@code from} to {@code to}, which is excluded. */
    void only(int from, int to);

    /** Takes out the tokens from {@code from} to {@code to}, which is excluded. */
    void without(int from, int to);
}
