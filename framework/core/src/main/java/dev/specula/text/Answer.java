package dev.specula.text;

import dev.specula.report.Finish;
import dev.specula.report.RunReport;
import dev.specula.token.HeardTokens;
import dev.specula.token.Origin;
import java.time.Duration;
import java.util.Arrays;

/** What a model said, and how it went. Immutable but for its report. */
public final class Answer {
    private final String text;
    private final int[] tokens; // (tokens,) ids, the end token included
    private final Origin[] origins; // (tokens,)
    private final Finish finish;
    private final RunReport report;
    private final int promptTokens;
    private final long firstNanos;
    private final long totalNanos;

    Answer(String text, HeardTokens heard, Finish finish, RunReport report, int promptTokens) {
        this.text = text;
        this.tokens = heard.tokens();
        this.origins = heard.origins();
        this.finish = finish;
        this.report = report;
        this.promptTokens = promptTokens;
        this.firstNanos = heard.firstNanos();
        this.totalNanos = heard.nanos();
    }

    /**
     * An answer as if it had just been said, for doubles of the contract in tests. Every token is the target's own.
     *
     * @param tokens ids, the end token included
     */
    public static Answer of(String text, int[] tokens, Finish finish, RunReport report) {
        HeardTokens heard = new HeardTokens();
        for (int token : tokens) {
            heard.committed(new int[] {token}, Origin.TARGET);
        }
        return new Answer(text, heard, finish, report, 0);
    }

    /** The words. */
    public String text() {
        return text;
    }

    /** Number of tokens, the end token included. */
    public int length() {
        return tokens.length;
    }

    /** The id of token {@code index}. */
    public int token(int index) {
        return tokens[index];
    }

    /** The ids of all tokens. */
    public int[] tokens() {
        return tokens.clone();
    }

    /** Where token {@code index} came from. */
    public Origin origin(int index) {
        return origins[index];
    }

    /** Number of columns of the prompt as the target sees it, those of the picture included. */
    public int promptTokens() {
        return promptTokens;
    }

    /** Why there are no more tokens. */
    public Finish finish() {
        return finish;
    }

    /** Whether the answer was stopped before it was done. */
    public boolean isPartial() {
        return finish == Finish.CANCELLED;
    }

    /** Rounds, drafted and kept tokens, and times of the passes. */
    public RunReport report() {
        return report;
    }

    /** From the call to the first token: the picture, the prompt and the first round. Zero if there is no token. */
    public Duration timeToFirstToken() {
        return Duration.ofNanos(firstNanos);
    }

    /** From the call to the end. */
    public Duration total() {
        return Duration.ofNanos(totalNanos);
    }

    /** Tokens per second after the first; 0 where there is no second token. */
    public double tokensPerSecond() {
        long nanos = totalNanos - firstNanos;
        return tokens.length < 2 || nanos <= 0 ? 0 : (tokens.length - 1) * 1e9 / nanos;
    }

    @Override
    public String toString() {
        return text + " " + Arrays.toString(tokens) + " (" + finish + ")";
    }
}
