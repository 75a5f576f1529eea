package dev.specula.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * A network that tells, of a state {@code a * clean + b * noise}, its velocity {@code a * noise - b * clean} (Salimans and Ho
 * 2022), with a, b the cosine and sine of {@code time * pi / 2}. The clean estimate is {@code a * state - b * velocity}: errors
 * fade with the noise.
 */
public interface VelocityNetwork {

    /** The shape of {@code count} states. */
    Shape states(long count);

    /** Numbers in the condition of one state. */
    int conditions();

    /**
     * Velocities, of the shape of {@code states}.
     *
     * @param times of shape (batch, 1), 0 (data) to 1 (noise)
     * @param condition of shape (batch, conditions)
     */
    NDArray velocity(NDArray states, NDArray times, NDArray condition);
}
