package dev.specula.visionlanguage;

import dev.specula.SpeculaException;

/** A question that leaves a model no room for an answer. */
public final class QuestionTooLongException extends SpeculaException {
    private static final long serialVersionUID = 1L;

    QuestionTooLongException(String model, int columns, int pictureColumns, int contextTokens) {
        super("A question must leave room for an answer: \"" + model + "\" holds " + contextTokens
                + " tokens, but picture and words take " + columns + " (" + pictureColumns
                + " of them the picture); ask in fewer words.");
    }
}
