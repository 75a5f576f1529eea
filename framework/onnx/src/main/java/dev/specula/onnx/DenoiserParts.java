package dev.specula.onnx;

import dev.specula.denoise.DenoiserSpec;
import dev.specula.denoise.NoiseLevels;
import dev.specula.denoise.Steps;
import java.util.List;

/**
 * What a denoiser is made of, beside its graphs.
 *
 * @param steps the sampler over {@code levels}
 * @param state shape of a state
 * @param untold what is given as the condition to estimate without one; empty if that cannot be
 * @param features how many features there are; 0 if none are shown
 * @param feature shape of a feature
 */
public record DenoiserParts(
        DenoiserSpec spec,
        NoiseLevels levels,
        Steps steps,
        List<Integer> state,
        List<Float> untold,
        int features,
        List<Integer> feature) {
    /** Copies the lists. */
    public DenoiserParts {
        state = List.copyOf(state);
        untold = List.copyOf(untold);
        feature = List.copyOf(feature);
    }

    /** Numbers in a feature of one row. */
    int featureSize() {
        return feature.stream().reduce(1, (a, b) -> a * b);
    }
}
