package dev.specula.text;

import dev.specula.token.Origin;

/** Hears an answer as it is said, on the thread that asks. */
@FunctionalInterface
public interface TextListener {
    /** Hears nothing and never stops. */
    TextListener NONE = (text, origin) -> true;

    /**
     * Takes the next piece of the answer: the text of a token, or of several where one alone is no whole character. The pieces
     * add up to the text of the answer.
     *
     * @param origin where the token came from; of several, the last
     * @return whether to go on; false stops the answer within a round
     */
    boolean said(String text, Origin origin);
}
