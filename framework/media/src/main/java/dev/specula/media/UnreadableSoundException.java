package dev.specula.media;

import dev.specula.SpeculaException;

/** Bytes that are no sound, or a broken or empty one. */
public final class UnreadableSoundException extends SpeculaException {
    private static final long serialVersionUID = 1L;

    /** What was required and what was found. */
    public UnreadableSoundException(String message) {
        super(message);
    }

    /** What was found, with the failure behind it. */
    public UnreadableSoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
