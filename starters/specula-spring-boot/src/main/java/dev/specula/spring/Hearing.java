package dev.specula.spring;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Asks a caller's listener, and remembers if it failed: that says nothing about the engine. For one answer. */
public final class Hearing {
    private volatile @Nullable RuntimeException failure;

    Hearing() {}

    /** Whether the answer goes on: {@code listener} wants more, and nobody interrupted the thread. */
    public boolean goesOn(BooleanSupplier listener) {
        try {
            return listener.getAsBoolean() && !Thread.currentThread().isInterrupted();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    /** Whether the listener failed, and {@code found} is how. */
    @SuppressWarnings("ReferenceEquality") // the very exception
    boolean failedWith(RuntimeException found) {
        return found == failure;
    }
}
