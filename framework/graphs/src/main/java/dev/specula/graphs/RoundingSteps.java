package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import org.jspecify.annotations.Nullable;

/** Steps that a checkpoint gives for rounding in 8 bits. */
final class RoundingSteps {
    private RoundingSteps() {}

    /**
     * Reads the tensor {@code name}: one step, or one for each of {@code inputs}; null if there is none.
     *
     * @throws ModelLoadException if it holds another number of steps, or what is none
     */
    static float @Nullable [] read(Weights weights, String name, int inputs) {
        if (!weights.has(name)) {
            return null;
        }
        float[] steps = weights.read(name);
        if (steps.length != 1 && steps.length != inputs) {
            throw new ModelLoadException("Tensor \"" + name + "\" must hold one step"
                    + (inputs == 1 ? "" : " or " + inputs) + ", but holds " + steps.length + ".");
        }
        for (float step : steps) {
            if (!(step > 0 && step < Float.POSITIVE_INFINITY)) {
                throw new ModelLoadException(
                        "Tensor \"" + name + "\" must hold steps greater than 0, but holds " + step + ".");
            }
        }
        return steps;
    }
}
