package dev.specula.bench.project;

import dev.specula.SpeculaException;

/** A project whose pipelines cannot be found or made. */
public final class ProjectException extends SpeculaException {
    private static final long serialVersionUID = 1L;

    ProjectException(String message) {
        super(message);
    }

    ProjectException(String message, Throwable cause) {
        super(message, cause);
    }
}
