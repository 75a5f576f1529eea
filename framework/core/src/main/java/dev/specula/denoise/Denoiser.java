package dev.specula.denoise;

/**
 * A network that estimates clean data from noisy states, with everything that shapes the estimate inside it: the prompt or
 * observation it answers to, the change of parametrisation (noise, velocity), guidance. One request, one thread; many states
 * at once.
 */
public interface Denoiser extends AutoCloseable {
    /** Numbers in a state. */
    int dimension();

    /** The sampler it is run with. */
    Steps steps();

    /**
     * Writes the clean estimate of each state: one call of the network, whatever {@code rows} is. Rows do not see each other.
     *
     * @param states of shape (rows, dimension)
     * @param at of shape (rows,): the step of {@link #steps} that leads away from each state
     * @param into of shape (rows, dimension)
     */
    void clean(int rows, double[] states, int[] at, double[] into);

    /**
     * Whether the network says itself how wide the next state is spread. Such a network cannot be a target here: the widths of
     * draft and target would differ, and so would the sampler from the network's own.
     */
    default boolean learnsVariance() {
        return false;
    }

    @Override
    default void close() {}
}
