package dev.specula.denoise;

/** Loads the denoising models of annotated beans: knows where each is. */
@FunctionalInterface
public interface DenoisingLoader {
    /**
     * The model of the bean method {@code name}.
     *
     * @throws dev.specula.model.ModelLoadException if it cannot be found or read
     */
    DenoisingModel denoising(String name);
}
