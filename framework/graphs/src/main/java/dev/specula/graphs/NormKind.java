package dev.specula.graphs;

import dev.specula.model.ModelLoadException;

/** How rows are normalised. */
enum NormKind {
    /** Over the root of the mean square, times a weight. */
    RMS,
    /** The same, times one more than the weight. */
    RMS_PLUS_ONE,
    /** Over the standard deviation, the mean taken off; times a weight, plus a bias. */
    LAYER;

    static NormKind of(String name) {
        return switch (name) {
            case "rms" -> RMS;
            case "rms-plus-one" -> RMS_PLUS_ONE;
            case "layer" -> LAYER;
            default ->
                throw new ModelLoadException(
                        "A norm must be rms, rms-plus-one or layer, but is \"" + name + "\" in the description.");
        };
    }
}
