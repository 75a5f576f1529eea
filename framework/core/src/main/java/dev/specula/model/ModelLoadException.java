package dev.specula.model;

import dev.specula.SpeculaException;

/** A model that cannot be found or read. */
public final class ModelLoadException extends SpeculaException {
    private static final long serialVersionUID = 1L;

    /** Why a model cannot be found or read, and what helps. */
    public ModelLoadException(String message) {
        super(message);
    }

    /** Why a model cannot be read, with the failure behind it. */
    public ModelLoadException(String message, Throwable cause) {
        super(message, cause);
    }
}
