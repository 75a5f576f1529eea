package dev.specula;

/** Root of the exceptions that Specula throws beside those for wrong arguments and calls at the wrong time. */
public class SpeculaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message that says what was required, what was found and what helps. */
    public SpeculaException(String message) {
        super(message);
    }

    /** With a message and the failure behind it. */
    public SpeculaException(String message, Throwable cause) {
        super(message, cause);
    }
}
