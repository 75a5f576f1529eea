package dev.specula.graphs;

/** A checkpoint that cannot be read or compiled; says which file or tensor, what was required and what was found. */
public final class WeightsException extends RuntimeException {
    WeightsException(String message) {
        super(message);
    }

    WeightsException(String message, Throwable cause) {
        super(message, cause);
    }
}
