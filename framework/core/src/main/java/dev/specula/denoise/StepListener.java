package dev.specula.denoise;

/** Learns how far a run has come, on the run's own thread. */
@FunctionalInterface
public interface StepListener {
    /** Hears nothing. */
    StepListener NONE = (done, state, estimate) -> {};

    /**
     * A round has ended.
     *
     * @param done steps taken so far
     * @param state the state after them, of shape (dimension,); valid during the call
     * @param estimate the target's last clean estimate, a preview of the result, of shape (dimension,); valid during the call
     */
    void reached(int done, double[] state, double[] estimate);
}
