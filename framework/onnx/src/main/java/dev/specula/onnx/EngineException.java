package dev.specula.onnx;

import dev.specula.SpeculaException;

/** The runtime refused a graph or a run; says which, the runtime's own words are the cause. */
public final class EngineException extends SpeculaException {
    private static final long serialVersionUID = 1L;

    EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
