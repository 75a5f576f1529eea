package dev.specula.speech;

import dev.specula.report.Finish;
import dev.specula.report.RunReport;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What was written down, and how it went. Immutable but for its report. */
public final class Transcript {
    private final String language;
    private final List<Segment> segments;
    private final int[] tokens; // (tokens,) of all windows, one after the other, end tokens included
    private final Finish finish;
    private final RunReport report;
    private final Times times;

    /**
     * How long it took.
     *
     * @param sound length of the sound that was gone through
     * @param firstSegment from the call to the first segment; zero if there is none
     * @param total from the call to the end
     */
    public record Times(Duration sound, Duration firstSegment, Duration total) {}

    /**
     * A transcript.
     *
     * @param tokens ids of all windows, one after the other, timestamps and end tokens included
     */
    public Transcript(
            String language, List<Segment> segments, int[] tokens, Finish finish, RunReport report, Times times) {
        this.language = language;
        this.segments = List.copyOf(segments);
        this.tokens = tokens.clone();
        this.finish = finish;
        this.report = report;
        this.times = times;
    }

    /** All of the text. */
    public String text() {
        return segments.stream().map(Segment::text).collect(Collectors.joining(" "));
    }

    /** The text in pieces, with times. */
    public List<Segment> segments() {
        return segments;
    }

    /** Code of the language that was spoken, found out or told. */
    public String language() {
        return language;
    }

    /** The ids of all tokens that were said, window after window, timestamps and end tokens included. */
    public int[] tokens() {
        return tokens.clone();
    }

    /** Why there is no more. */
    public Finish finish() {
        return finish;
    }

    /** Whether it was stopped before the end of the sound. */
    public boolean isPartial() {
        return finish == Finish.CANCELLED;
    }

    /** Rounds, drafted and kept tokens, and times of the passes, of all windows together. */
    public RunReport report() {
        return report;
    }

    /** How long it took. */
    public Times times() {
        return times;
    }

    /** Seconds of sound for each second of work; 0 before any work. */
    public double timesFaster() {
        long nanos = times.total().toNanos();
        return nanos == 0 ? 0 : times.sound().toNanos() / (double) nanos;
    }

    @Override
    public String toString() {
        return text() + " (" + language + ", " + finish + ")";
    }
}
