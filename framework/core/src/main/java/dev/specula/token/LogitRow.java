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
     * Whether the tokens from {@code from} to {@code to}, which is excluded, are together likelier than a token with this logit.
     * Takes no exponential where the highest of them, or how many they are, decides.
     */
    boolean outweigh(int from, int to, float logit);
}
