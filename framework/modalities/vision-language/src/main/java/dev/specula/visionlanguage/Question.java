package dev.specula.visionlanguage;

import dev.specula.media.Picture;
import dev.specula.text.AnswerOptions;

/**
 * A request about a picture.
 *
 * @param picture what it is about
 * @param words what is asked, not blank
 * @param options how it is answered
 */
public record Question(Picture picture, String words, AnswerOptions options) {
    private static final String CAPTION = "describe the picture.";

    /** Checks that something is asked. */
    public Question {
        if (words.isBlank()) {
            throw new IllegalArgumentException(
                    "a question must have words, but is empty; Question.caption(picture) asks for a description.");
        }
    }

    /** Asks {@code words} about {@code picture}, with default options. */
    public static Question about(Picture picture, String words) {
        return new Question(picture, words, AnswerOptions.DEFAULT);
    }

    /** Asks for a description of {@code picture}, with default options. */
    public static Question caption(Picture picture) {
        return about(picture, CAPTION);
    }

    /** The same question, answered with {@code wanted}. */
    public Question with(AnswerOptions wanted) {
        return new Question(picture, words, wanted);
    }
}
