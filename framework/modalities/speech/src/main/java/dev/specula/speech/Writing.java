package dev.specula.speech;

import dev.specula.media.LogMel;
import dev.specula.report.Finish;
import dev.specula.report.RunReport;
import dev.specula.token.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A transcript in the making: adds up what the windows give, one after the other. */
final class Writing {
    private final SegmentListener listener;
    private final List<Segment> segments = new ArrayList<>();
    private final RunReport report = new RunReport();
    private final long start = System.nanoTime();
    private String language;
    private int[] tokens = new int[0];
    private int windows;
    private long firstNanos;
    private Finish finish = Finish.END;

    Writing(String language, SegmentListener listener) {
        this.language = language;
        this.listener = listener;
    }

    /** Whether it was not stopped. */
    boolean goesOn() {
        return finish != Finish.CANCELLED && !Thread.currentThread().isInterrupted();
    }

    /** Whether no window held anything to write down. */
    boolean isEmpty() {
        return windows == 0;
    }

    /** Windows so far. */
    int windows() {
        return windows;
    }

    /** The language that was told or found out. */
    String language() {
        return language;
    }

    /** The language was found out. */
    void hears(String found) {
        language = found;
    }

    /** Adds a segment, and says whether to go on. */
    boolean say(Segment segment) {
        if (segments.isEmpty()) {
            firstNanos = System.nanoTime() - start;
        }
        segments.add(segment);
        if (!listener.heard(segment)) {
            finish = Finish.CANCELLED;
        }
        return goesOn();
    }

    /** Adds the tokens of a window that is done, and returns how far the next one is, in samples. */
    int wrote(WindowTokens heard, Ending ending, RunReport ofWindow) {
        int[] said = heard.tokens();
        int before = tokens.length;
        tokens = Arrays.copyOf(tokens, before + said.length);
        System.arraycopy(said, 0, tokens, before, said.length);
        report.add(ofWindow);
        windows++;
        boolean ended = said.length > 0 && ending.isEnd(heard.last());
        boolean stopped = !goesOn() || (!ended && said.length < ending.maxColumns());
        if (stopped) {
            finish = Finish.CANCELLED;
            return 0; // who wants no more hears no more, though the round has said it
        }
        if (!ended && finish == Finish.END) {
            finish = Finish.LENGTH;
        }
        return heard.end();
    }

    /** The transcript of the first {@code samples} samples. */
    Transcript end(long samples) {
        Finish why = goesOn() ? finish : Finish.CANCELLED;
        Duration sound = Duration.ofNanos(samples * 1_000_000_000L / LogMel.RATE);
        Duration total = Duration.ofNanos(System.nanoTime() - start);
        return new Transcript(
                language,
                segments,
                tokens,
                why,
                report,
                new Transcript.Times(sound, Duration.ofNanos(firstNanos), total));
    }
}
