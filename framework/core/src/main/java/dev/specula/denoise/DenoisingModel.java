package dev.specula.denoise;

import dev.specula.model.IncompatibleModelsException;

/**
 * A network that estimates clean data from noisy states under a condition. Thread-safe; the denoisers it opens belong to one
 * request each.
 */
public interface DenoisingModel extends AutoCloseable {
    /** Its constants. */
    DenoiserSpec spec();

    /** The sampler it is run with. */
    Steps steps();

    /**
     * A denoiser that answers to {@code condition}.
     *
     * @throws IllegalArgumentException if the model takes conditions of another size, or guidance is asked for and it has none
     */
    Denoiser open(Condition condition);

    /**
     * As {@link #open}, showing features.
     *
     * @throws IncompatibleModelsException if the model shows none
     */
    default FeatureDenoiser openWithFeatures(Condition condition) {
        throw new IncompatibleModelsException("Forecasts need a model whose blocks show what they add, but \""
                + spec().name() + "\" shows nothing; draft for it instead, for example by a frozen estimate.");
    }

    @Override
    default void close() {}
}
