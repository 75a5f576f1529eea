package dev.specula.diffusion;

import dev.specula.report.RunReport;
import java.time.Duration;

/** A state that was drawn, and how it went. Immutable but for its report. */
public final class Denoised {
    private final double[] state; // (dimension,)
    private final RunReport report;
    private final int computed;
    private final boolean isPartial;
    private final long nanos;

    Denoised(double[] state, RunReport report, int computed, boolean isPartial, long nanos) {
        this.state = state;
        this.report = report;
        this.computed = computed;
        this.isPartial = isPartial;
        this.nanos = nanos;
    }

    /** The state, a copy of shape (dimension,). */
    public double[] state() {
        return state.clone();
    }

    /** Rounds, drafted and kept states, steps and times. */
    public RunReport report() {
        return report;
    }

    /** Calls that ran all blocks of the network; calls whose features were forecast do not count. */
    public int calls() {
        return computed;
    }

    /** Whether it was stopped before the last step. */
    public boolean isPartial() {
        return isPartial;
    }

    /** From the call to the end. */
    public Duration total() {
        return Duration.ofNanos(nanos);
    }
}
