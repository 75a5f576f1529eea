package dev.specula.training;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs how a run goes and when it will be over, and tells when its time is up or a checkpoint is due. */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMinutes(3);

    private final long steps;
    private final long firstStep;
    private final Duration budget;
    private final long started = System.nanoTime();
    private long saved = started;

    Progress(long firstStep, long steps, Duration budget) {
        this.firstStep = firstStep;
        this.steps = steps;
        this.budget = budget;
    }

    /** Logs {@code figures} as those after {@code done} steps. */
    void log(long done, String figures) {
        Duration elapsed = elapsed(started);
        double perStep = elapsed.toMillis() / 1000.0 / Math.max(1, done - firstStep);
        LOG.info(
                "step {}/{}  {}  {} s a step, {} min gone, {} min to go",
                done,
                steps,
                figures,
                "%.3f".formatted(perStep),
                "%.1f".formatted(elapsed.toSeconds() / 60.0),
                "%.0f".formatted(perStep * (steps - done) / 60));
    }

    boolean timeIsUp() {
        return elapsed(started).compareTo(budget) >= 0;
    }

    /** Whether a checkpoint is due; asking starts the wait for the next. */
    boolean checkpointDue() {
        if (elapsed(saved).compareTo(BETWEEN_CHECKPOINTS) < 0) {
            return false;
        }
        saved = System.nanoTime();
        return true;
    }

    private static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
