package dev.specula.benchmarks.published;

import dev.specula.report.RunReport;
import dev.specula.token.ColumnListener;
import dev.specula.token.Origin;
import java.util.stream.IntStream;

/** An answer as it was said: its tokens and their times. */
final class Spoken implements ColumnListener {
    private final long start = System.nanoTime();
    private final IntStream.Builder tokens = IntStream.builder();
    private int length;
    private int firstRound; // tokens of the first round, which computes the prompt as well
    private boolean firstRoundOver;
    private long firstNanos;
    private long totalNanos;
    private RunReport report = new RunReport();

    @Override
    public void committed(int[] column, Origin origin) {
        tokens.add(column[0]);
        length++;
        if (!firstRoundOver) {
            firstRound++;
            firstNanos = System.nanoTime() - start;
            firstRoundOver = origin == Origin.TARGET;
        }
    }

    Spoken end(RunReport counts) {
        totalNanos = System.nanoTime() - start;
        report = counts;
        return this;
    }

    /** The ids of all tokens; asked for once. */
    int[] tokens() {
        return tokens.build().toArray();
    }

    int length() {
        return length;
    }

    /** Tokens per second after the first round; 0 where there are none. */
    double decodeRate() {
        return length == firstRound ? 0 : (length - firstRound) * 1e9 / (totalNanos - firstNanos);
    }

    /** Tokens per second, prompt included. */
    double endToEndRate() {
        return length * 1e9 / totalNanos;
    }

    /** Seconds from the start to the end, prompt included. */
    double totalSeconds() {
        return totalNanos / 1e9;
    }

    /** Seconds until the first round is over. */
    double firstSeconds() {
        return firstNanos / 1e9;
    }

    RunReport report() {
        return report;
    }
}
