package dev.specula.denoise;

import dev.specula.noise.Noise;

/**
 * Decides whether a drafted state is kept, and where the trajectory lands if it is not. Draft and target are Gaussians of one
 * width about two means; across the line through the means they are the same, so only the place along that line is judged,
 * in units of the deviation, with the draft's mean at 0 and the target's at {@code distance}.
 *
 * <p>Implementations keep no state, and must turn a place of law N(0, 1) into one of law N(distance, 1): then the next state
 * has exactly the target's law, in any number of dimensions.
 */
@FunctionalInterface
public interface Coupling {
    /**
     * Where to land on the line.
     *
     * @param distance between the two means, above 0
     * @param place of the drafted state, a draw from N(0, 1)
     * @param position of the state in the trajectory: the key of random numbers of {@link Noise.Use#ACCEPT}
     * @return {@code place} itself if the drafted state is kept, any other number if it is moved
     */
    double land(double distance, double place, long position, Noise noise);
}
