package dev.specula.diffusion;

import dev.specula.denoise.Condition;

/**
 * What is to be drawn.
 *
 * @param condition that the model answers to
 * @param seed of all noise
 * @param drafting whether the pipeline may draft or forecast
 */
public record DenoisingRequest(Condition condition, long seed, Drafting drafting) {
    /** Whether a pipeline does what it is for. */
    public enum Drafting {
        /** As the pipeline does. */
        AUTO,
        /** Not at all: the plain sampler, step by step. */
        OFF
    }

    /** Drawn as the pipeline does. */
    public static DenoisingRequest of(Condition condition, long seed) {
        return new DenoisingRequest(condition, seed, Drafting.AUTO);
    }

    /** The same by the plain sampler. */
    public DenoisingRequest plainly() {
        return new DenoisingRequest(condition, seed, Drafting.OFF);
    }
}
