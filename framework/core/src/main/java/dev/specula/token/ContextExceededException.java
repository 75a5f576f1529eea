package dev.specula.token;

import dev.specula.SpeculaException;

/** The columns of an answer outgrow the context of its model. */
public final class ContextExceededException extends SpeculaException {
    private static final long serialVersionUID = 1L;

    /** For {@code length} committed columns and a draft of {@code nodes} in a cache of {@code capacity} rows. */
    public ContextExceededException(int length, int nodes, int capacity) {
        super("The context must hold the committed columns and the draft: " + length + " columns and " + nodes
                + " nodes do not fit " + capacity + " rows; shorten the prompt or lower the number of new tokens.");
    }
}
