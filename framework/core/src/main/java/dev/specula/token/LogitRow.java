package dev.specula.token;

/** A row of logits while it is decided which tokens it is about. */
public interface LogitRow {
    /** Takes out all tokens but those from {@code from} to {@code to}, which is excluded. */
    void only(int from, int to);

    /** Takes out the tokens from {@code from} to {@code to}, which is excluded. */
    void without(int from, int to);

    /** The highest logit of the tokens from {@code from} to {@code to}, which is excluded; negative infinity if none is left. */
    float highest(int from, int to);

    /**
     * The logarithm of what the tokens from {@code from} to {@code to}, which is excluded, weigh together: comparable with the
     * logit of one token. Negative infinity if none is left.
     */
    double weight(int from, int to);
}
