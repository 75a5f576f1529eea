package dev.specula.language;

import dev.specula.SpeculaException;

/** A request that leaves a model no room for a reply. */
public final class RequestTooLongException extends SpeculaException {
    private static final long serialVersionUID = 1L;

    RequestTooLongException(String model, int tokens, int contextTokens) {
        super("A request must leave room for a reply: \"" + model + "\" holds " + contextTokens
                + " tokens, but it takes " + tokens + "; leave earlier messages out, or load the model with more.");
    }
}
