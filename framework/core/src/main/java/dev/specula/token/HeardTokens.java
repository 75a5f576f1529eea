package dev.specula.token;

import dev.specula.report.Finish;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Keeps the tokens of an answer (lane 0), where each came from, and the time of the first one. May stop the answer. */
public class HeardTokens implements ColumnListener {
    private final long start = System.nanoTime();
    private int[] tokens = new int[64];
    private Origin[] origins = new Origin[64];
    private int length;
    private long firstNanos;
    private @Nullable TokenRun run;

    /** The run that {@link #cancel} stops. */
    public final void cancels(TokenRun answer) {
        run = answer;
    }

    /** Stops the answer before its next round. */
    protected final void cancel() {
        if (run != null) {
            run.cancel();
        }
    }

    /** Whether the answer was told to stop. */
    protected final boolean isCancelled() {
        return run != null && run.isCancelled();
    }

    /** Why there are no more tokens of an answer that was to end as {@code ending} says. */
    public final Finish finish(Ending ending) {
        if (length > 0 && ending.isEnd(last())) {
            return Finish.END;
        }
        return length == ending.maxColumns() ? Finish.LENGTH : Finish.CANCELLED;
    }

    @Override
    public void committed(int[] column, Origin origin) {
        if (length == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * length);
            origins = Arrays.copyOf(origins, 2 * length);
        }
        if (length == 0) {
            firstNanos = nanos();
        }
        tokens[length] = column[0];
        origins[length] = origin;
        length++;
    }

    /** Number of tokens. */
    public final int length() {
        return length;
    }

    /** The token heard last. */
    public final int last() {
        return tokens[length - 1];
    }

    /** All tokens. */
    public final int[] tokens() {
        return Arrays.copyOf(tokens, length);
    }

    /** The tokens from {@code from} to {@code to}, which is excluded. */
    public final int[] tokens(int from, int to) {
        return Arrays.copyOfRange(tokens, from, to);
    }

    /** Where each token came from. */
    public final Origin[] origins() {
        return Arrays.copyOf(origins, length);
    }

    /** Nanoseconds from the making of this object to the first token; 0 without one. */
    public final long firstNanos() {
        return firstNanos;
    }

    /** Nanoseconds since this object was made. */
    public final long nanos() {
        return System.nanoTime() - start;
    }
}
