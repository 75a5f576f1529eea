package dev.specula.denoise;

/**
 * The constants of a denoising model.
 *
 * @param name what messages call it
 * @param dimension numbers in a state
 * @param conditions numbers in a condition
 * @param guidance scale of classifier-free guidance it was published with; 1 where it cannot be guided
 * @param isGuidable whether it also estimates without its condition
 * @param showsFeatures whether its denoisers show what their blocks add
 * @param learnsVariance whether the network says itself how wide the next state is spread
 * @param weightBytes bytes of the weights in memory
 */
public record DenoiserSpec(
        String name,
        int dimension,
        int conditions,
        double guidance,
        boolean isGuidable,
        boolean showsFeatures,
        boolean learnsVariance,
        long weightBytes) {}
