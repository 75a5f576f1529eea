package dev.specula.bench.decoding;

import dev.specula.report.RunReport;
import dev.specula.token.ColumnListener;
import dev.specula.token.Origin;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** An answer as it was said: its tokens, and what they took. Belongs to the thread that made it. */
public final class Said implements ColumnListener {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long start = System.nanoTime();
    private int[] tokens = new int[256];
    private int length;
    private int firstRound; // tokens of the first round
    private boolean firstRoundOver;
    private long inputNanos;
    private long firstNanos;
    private long firstBytes; // allocated by the thread until the first token
    private long totalNanos;
    private long totalBytes;
    private RunReport report = new RunReport(); // grows while the answer is said
    private boolean secondRoundBegan;
    private long draftedFirst; // of the first round, like the following
    private long guessesFirst;
    private long draftNanosFirst;
    private long targetNanosFirst;

    Said() {}

    /** The input is read: what follows is the prompt and the rounds. */
    void begin() {
        inputNanos = System.nanoTime() - start;
    }

    /** Reads {@code counts} while the answer is said. */
    void follow(RunReport counts) {
        report = counts;
    }

    @Override
    public void committed(int[] column, Origin origin) {
        if (firstRoundOver && !secondRoundBegan) {
            secondRoundBegan = true;
            draftedFirst = report.drafted();
            guessesFirst = report.guesses();
            draftNanosFirst = report.draftNanos();
            targetNanosFirst = report.targetNanos();
        }
        if (length == 0) {
            firstNanos = System.nanoTime() - start;
            firstBytes = THREADS.getCurrentThreadAllocatedBytes();
        }
        if (length == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * length);
        }
        tokens[length++] = column[0];
        if (!firstRoundOver) {
            firstRound++;
            firstRoundOver = origin == Origin.TARGET; // a round ends with the target's own token
        }
    }

    void end() {
        totalNanos = System.nanoTime() - start;
        totalBytes = THREADS.getCurrentThreadAllocatedBytes();
    }

    /** Number of tokens. */
    public int length() {
        return length;
    }

    /** The ids of the tokens. */
    public int[] tokens() {
        return Arrays.copyOf(tokens, length);
    }

    /** The rounds after the first, which holds input and prompt. */
    public Rounds decoding() {
        if (!secondRoundBegan) {
            return Rounds.NONE;
        }
        return new Rounds(
                report.rounds() - 1,
                length - firstRound,
                report.drafted() - draftedFirst,
                report.guesses() - guessesFirst,
                report.draftNanos() - draftNanosFirst,
                report.targetNanos() - targetNanosFirst,
                totalNanos - firstNanos);
    }

    /** Prompt and all rounds, in nanoseconds. */
    public long answerNanos() {
        return totalNanos - inputNanos;
    }

    /** Prompt, and what the first round drafts and passes, in nanoseconds: part of {@link #answerNanos}. */
    public long promptNanos() {
        return report.firstNanos();
    }

    /** From the request to the first token, in nanoseconds: input, prompt and the first round. */
    public long firstNanos() {
        return firstNanos;
    }

    /** From the request to the last token, in nanoseconds. */
    public long totalNanos() {
        return totalNanos;
    }

    /** Bytes that the Java heap gave the decoding thread after the first token. */
    public long decodeBytes() {
        return totalBytes - firstBytes;
    }

    /** Counts of the rounds. */
    public RunReport report() {
        return report;
    }
}
