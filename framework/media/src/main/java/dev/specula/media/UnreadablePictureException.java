package dev.specula.media;

import dev.specula.SpeculaException;

/** Bytes that are no picture, a broken one, or one beyond the limits. */
public final class UnreadablePictureException extends SpeculaException {
    private static final long serialVersionUID = 1L;

    /** What was required and what was found. */
    public UnreadablePictureException(String message) {
        super(message);
    }

    /** What was found, with the failure behind it. */
    public UnreadablePictureException(String message, Throwable cause) {
        super(message, cause);
    }
}
