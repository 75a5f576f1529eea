package dev.specula.training;

/**
 * Learning rate of a run: a short rise, then level, then half a cosine down over the last part. The level part is long so
 * that a run can be lengthened while it is on it.
 *
 * @param steps planned steps in all
 * @param peak the level rate
 */
record Schedule(long steps, double peak) {

    private static final long WARM_UP = 100;
    private static final double LEVEL_UNTIL = 0.3; // share of the steps
    private static final double LOWEST = 0.02; // share of the peak

    /** The rate of step number {@code step}, from 0. */
    double rate(long step) {
        double warm = Math.min(1, (step + 1.0) / WARM_UP);
        double level = LEVEL_UNTIL * steps;
        double down = Math.min(1, Math.max(0, (step - level) / (steps - level)));
        return peak * warm * (LOWEST + (1 - LOWEST) * (1 + Math.cos(Math.PI * down)) / 2);
    }
}
