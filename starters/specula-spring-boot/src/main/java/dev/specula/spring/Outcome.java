package dev.specula.spring;

import dev.specula.report.Finish;

/** How an answer ended, as statistics count it. */
public enum Outcome {
    /** The model said that it is done. */
    END,
    /** It reached the most tokens that were wanted. */
    LENGTH,
    /** Nobody wanted the rest. */
    CANCELLED,
    /** The request cannot be served: a picture that cannot be read, a question that is too long, an option out of range. */
    REFUSED,
    /** The engine failed. */
    FAILED,
    /** No thread and no place in the queue was free. */
    REJECTED;

    /** That of an answer with no more for the reason {@code finish}. */
    public static Outcome of(Finish finish) {
        return switch (finish) {
            case END -> END;
            case LENGTH -> LENGTH;
            case CANCELLED -> CANCELLED;
        };
    }
}
