package dev.specula.texttoimage;

import dev.specula.media.Picture;
import dev.specula.report.RunReport;
import dev.specula.token.HeardTokens;
import dev.specula.token.Origin;
import java.time.Duration;
import java.util.Optional;

/** What a model drew, and how it went. Immutable but for its report. */
public final class Drawing {
    private final Optional<Picture> picture;
    private final boolean partial;
    private final int[] tokens; // (tokens,) ids, those that end rows and the end included
    private final Origin[] origins; // (tokens,)
    private final RunReport report;
    private final long firstNanos;
    private final long tokenNanos;
    private final long totalNanos;

    Drawing(Optional<Picture> picture, boolean partial, HeardTokens heard, RunReport report, long tokenNanos) {
        this.picture = picture;
        this.partial = partial;
        this.tokens = heard.tokens();
        this.origins = heard.origins();
        this.report = report;
        this.firstNanos = heard.firstNanos();
        this.tokenNanos = tokenNanos;
        this.totalNanos = heard.nanos();
    }

    /** A drawing as if it had just been drawn, for doubles of the contract in tests. Every token is the target's own. */
    public static Drawing of(Picture picture, int[] tokens, RunReport report) {
        HeardTokens heard = new HeardTokens();
        for (int token : tokens) {
            heard.committed(new int[] {token}, Origin.TARGET);
        }
        return new Drawing(Optional.of(picture), false, heard, report, heard.nanos());
    }

    /**
     * The pixels; of a drawing that was stopped, the rows that were drawn.
     *
     * @throws IllegalStateException if it was stopped before its first row
     */
    public Picture picture() {
        return picture.orElseThrow(() -> new IllegalStateException(
                "The drawing was stopped before its first row, so there are no pixels; look at isPartial() first."));
    }

    /** The picture as a PNG file. */
    public byte[] png() {
        return picture().png();
    }

    /** Whether the drawing was stopped before it was done. */
    public boolean isPartial() {
        return partial;
    }

    /** Number of tokens, those that end rows and the end included. */
    public int length() {
        return tokens.length;
    }

    /** The ids of all tokens. */
    public int[] tokens() {
        return tokens.clone();
    }

    /** Where token {@code index} came from. */
    public Origin origin(int index) {
        return origins[index];
    }

    /** Rounds, drafted and kept tokens, and times of the passes. */
    public RunReport report() {
        return report;
    }

    /** From the call to the first token: the prompt and the first round. Zero if there is no token. */
    public Duration timeToFirstToken() {
        return Duration.ofNanos(firstNanos);
    }

    /** From the call to the end, the decoding of pixels and the listener's time included. */
    public Duration total() {
        return Duration.ofNanos(totalNanos);
    }

    /** Tokens per second after the first, without the decoding of pixels; 0 where there is no second token. */
    public double tokensPerSecond() {
        long nanos = tokenNanos - firstNanos;
        return tokens.length < 2 || nanos <= 0 ? 0 : (tokens.length - 1) * 1e9 / nanos;
    }

    @Override
    public String toString() {
        return picture.map(Picture::toString).orElse("no pixels") + " of " + tokens.length + " tokens"
                + (partial ? " (partial)" : "");
    }
}
