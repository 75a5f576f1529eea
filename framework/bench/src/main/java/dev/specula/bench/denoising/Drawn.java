package dev.specula.bench.denoising;

import dev.specula.report.RunReport;

/** A state that was drawn, and what it took. */
final class Drawn {
    private final double[] state; // (dimension,)
    private final RunReport report;
    private final Forecasts forecasts;
    private final long nanos;

    /**
     * Steps whose features were forecast, and how they were checked; all nought without forecasts.
     *
     * @param steps that a forecast answered
     * @param checks of forecasts by the last block
     * @param refusals of those, found too far off
     */
    record Forecasts(long steps, long checks, long refusals) {
        static final Forecasts NONE = new Forecasts(0, 0, 0);

        Forecasts plus(Forecasts other) {
            return new Forecasts(steps + other.steps, checks + other.checks, refusals + other.refusals);
        }
    }

    Drawn(double[] state, RunReport report, Forecasts forecasts, long nanos) {
        this.state = state;
        this.report = report;
        this.forecasts = forecasts;
        this.nanos = nanos;
    }

    /** A copy, of shape (dimension,). */
    double[] state() {
        return state.clone();
    }

    RunReport report() {
        return report;
    }

    Forecasts forecasts() {
        return forecasts;
    }

    /** Calls that ran all blocks of the network. */
    long calls() {
        return report.rounds() - forecasts.steps();
    }

    long nanos() {
        return nanos;
    }
}
