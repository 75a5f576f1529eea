package dev.specula.token;

import dev.specula.noise.Noise;

/** How the proposals of a predictor are arranged. Implementations keep no state between calls. */
public interface Growth {
    /** Adds at most {@code budget} nodes to {@code draft}, drawn from the laws of {@code predictor}. */
    void grow(Draft draft, Predictor predictor, int budget, Noise noise);
}
