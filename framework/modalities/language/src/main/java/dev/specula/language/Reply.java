package dev.specula.language;

import dev.specula.report.Finish;
import dev.specula.report.RunReport;
import dev.specula.token.HeardTokens;
import dev.specula.token.Origin;
import java.time.Duration;

/** What a model said to a request, and how it went. Immutable but for its report. */
public final class Reply {
    private final String text;
    private final int[] tokens; // (tokens,) ids, the end token included
    private final Origin[] origins; // (tokens,)
    private final Finish finish;
    private final RunReport report;
    private final int promptTokens;
    private final long firstNanos;
    private final long totalNanos;

    Reply(String text, HeardTokens heard, Finish finish, RunReport report, int promptTokens) {
        this.text = text;
        this.tokens = heard.tokens();
        this.origins = heard.origins();
        this.finish = finish;
        this.report = report;
        this.promptTokens = promptTokens;
        this.firstNanos = heard.firstNanos();
        this.totalNanos = heard.nanos();
    }

    /** The words. */
    public String text() {
        return text;
    }

    /** The ids of all tokens, the end token included. */
    public int[] tokens() {
        return tokens.clone();
    }

    /** Where token {@code index} came from. */
    public Origin origin(int index) {
        return origins[index];
    }

    /** Number of tokens of the prompt, the template's included. */
    public int promptTokens() {
        return promptTokens;
    }

    /** Why there are no more tokens. */
    public Finish finish() {
        return finish;
    }

    /** Rounds, drafted and kept tokens, and times of the passes. */
    public RunReport report() {
        return report;
    }

    /** From the call to the first token: the prompt and the first round. Zero if there is no token. */
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
        return text + " (" + tokens.length + " tokens, " + finish + ")";
    }
}
