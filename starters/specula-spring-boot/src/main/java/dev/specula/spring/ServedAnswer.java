package dev.specula.spring;

import dev.specula.report.RunReport;
import java.time.Duration;

/**
 * One answer as statistics see it: never a word of it.
 *
 * @param outcome how it ended
 * @param report rounds, drafted and kept tokens, times of passes; empty unless the answer was said
 * @param tokens tokens of the answer
 * @param firstToken from the begin of decoding to the first token; zero if there was none
 * @param total from the request to the end, waiting included
 */
public record ServedAnswer(Outcome outcome, RunReport report, int tokens, Duration firstToken, Duration total) {
    /** A request that was not answered. */
    public static ServedAnswer none(Outcome outcome, Duration total) {
        return new ServedAnswer(outcome, new RunReport(), 0, Duration.ZERO, total);
    }
}
