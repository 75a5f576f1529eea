package dev.specula.language;

import dev.specula.SpeculaException;

/** A request that leaves a model no room for an answer. */
public final class RequestTooLongException extends SpeculaException {
    private static final long serialVersionUID = 1L;

    RequestTooLongException(String model, int tokens, int contextTokens) {
        super("A request must leave room for an answer: \"" + model + "\" holds " + contextTokens
                + " tokens, but it takes " + tokens + "; leave earlier messages out, or load the model with more.");
    }
}
