package dev.specula.blocks.text;

/**
 * One request about a picture and its answer, both lower case.
 *
 * @param kind what is asked
 * @param request the user's words, without special tokens
 * @param answer what a perfect model says
 */
public record Exchange(Kind kind, String request, String answer) {

    /** What is asked. */
    public enum Kind {
        CAPTION,
        COLOUR,
        PLACE,
        SIZE,
        WHAT_IS_THERE,
        COUNT,
        COUNT_OF_COLOUR,
        EXISTENCE,
        RELATION,
        COMPARISON,
        EXTREME
    }
}
