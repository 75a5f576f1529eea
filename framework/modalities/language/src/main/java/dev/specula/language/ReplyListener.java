package dev.specula.language;

import dev.specula.token.Origin;

/** Hears a reply as it is said, on the thread that asks. */
@FunctionalInterface
public interface ReplyListener {
    /** Hears nothing and never stops. */
    ReplyListener NONE = (text, origin) -> true;

    /**
     * Takes the next piece of the reply: the text of a token, or of several where one alone is no whole character. The pieces
     * add up to the text of the reply.
     *
     * @param origin where the token came from; of several, the last
     * @return whether to go on; false stops the reply within a round
     */
    boolean said(String text, Origin origin);
}
