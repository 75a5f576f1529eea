package dev.specula.graphs;

/**
 * Where a model is and how it is wanted.
 *
 * @param location {@code file:} and a path, or {@code classpath:} and a resource folder
 * @param format format of its weights in memory
 * @param contextTokens most columns of a sequence; the model's own limit counts where it is lower
 */
public record CheckpointSource(String location, WeightFormat format, int contextTokens) {
    /** Columns of a sequence where nobody says. */
    public static final int USUAL_CONTEXT = 2048;

    /** Checks the context. */
    public CheckpointSource {
        if (contextTokens < 2) {
            throw new IllegalArgumentException("contextTokens must be at least 2, but was " + contextTokens + ".");
        }
    }

    /** With the usual context. */
    public static CheckpointSource of(String location, WeightFormat format) {
        return new CheckpointSource(location, format, USUAL_CONTEXT);
    }
}
