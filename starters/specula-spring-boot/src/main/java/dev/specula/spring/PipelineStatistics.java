package dev.specula.spring;

import dev.specula.report.RunReport;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Counts and times of all answers of a pipeline since the start. Thread-safe. */
public final class PipelineStatistics {
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final RunReport rounds = new RunReport();
    private long tokens;
    private Duration total = Duration.ZERO;
    private boolean failing;

    PipelineStatistics() {}

    synchronized void add(ServedAnswer answer) {
        outcomes.merge(answer.outcome(), 1L, Long::sum);
        rounds.add(answer.report());
        tokens += answer.tokens();
        total = total.plus(answer.total());
        switch (answer.outcome()) {
            case FAILED -> failing = true;
            case END, LENGTH -> failing = false;
            case CANCELLED, REFUSED, REJECTED -> {
                // Says nothing about the engine.
            }
        }
    }

    /** How the answers ended; kinds that did not happen are absent. */
    public synchronized Map<Outcome, Long> outcomes() {
        return new EnumMap<>(outcomes);
    }

    /** Counts and times of all rounds: a copy. */
    public synchronized RunReport rounds() {
        RunReport copy = new RunReport();
        copy.add(rounds);
        return copy;
    }

    /** Tokens of all answers. */
    public synchronized long tokens() {
        return tokens;
    }

    /** Time of all requests, waiting included. */
    public synchronized Duration total() {
        return total;
    }

    /** Whether the engine failed on the latest answer that got as far. */
    public synchronized boolean isFailing() {
        return failing;
    }
}
