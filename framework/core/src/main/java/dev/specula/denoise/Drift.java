package dev.specula.denoise;

/**
 * Who drafts: gives the mean of the next drafted state. Belongs to one run. Whatever the mean, the law of what is kept is the
 * target's; a mean near the target's is kept more often.
 *
 * <p>A drift may use what is committed and the drafted states so far, and nothing else: an estimate of a state that was
 * refused in an earlier round has seen noise that the next draft uses again, and a mean that depends on it is no longer the
 * mean of that draft. {@link Trajectory} hands out no such estimate.
 */
public interface Drift extends AutoCloseable {
    /** Whether a state can be drafted after {@link Trajectory#last}. */
    boolean drafts(Trajectory path);

    /**
     * Writes the mean of the state after {@link Trajectory#last}.
     *
     * @param into of shape (dimension,)
     */
    void mean(Trajectory path, double[] into);

    @Override
    default void close() {}
}
