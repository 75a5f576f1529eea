package dev.specula.samples.transcribe;

import dev.specula.report.RunReport;
import dev.specula.speech.Piece;
import dev.specula.speech.Segment;
import dev.specula.speech.SegmentListener;
import dev.specula.speech.Transcript;
import dev.specula.token.Origin;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Prints segments as they end, drafted words underlined where the output can show it, and a line of statistics. */
final class TranscriptPrinter implements SegmentListener {
    private static final String UNDERLINE = "\u001b[4m";
    private static final String DIM = "\u001b[2m";
    private static final String RESET = "\u001b[0m";

    private final PrintStream out;
    private final boolean styled;

    TranscriptPrinter(PrintStream out, boolean styled) {
        this.out = out;
        this.styled = styled;
    }

    @Override
    public boolean heard(Segment segment) {
        out.print("  " + dim(clock(segment.start()) + " - " + clock(segment.end())) + "  ");
        out.println(styled ? coloured(segment) : segment.text());
        out.flush();
        return !out.checkError(); // nobody reads any more: no need to go on
    }

    private static String coloured(Segment segment) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : segment.pieces()) {
            String word = piece.text().stripLeading(); // the space before a word is not underlined
            text.append(piece.text(), 0, piece.text().length() - word.length());
            text.append(piece.origin() == Origin.DRAFT ? UNDERLINE + word + RESET : word);
        }
        return text.toString().strip();
    }

    private static String clock(Duration time) {
        return String.format(
                Locale.ROOT, "%02d:%02d.%02d", time.toMinutes(), time.toSecondsPart(), time.toMillisPart() / 10);
    }

    /** Ends a transcript. */
    void end(Transcript transcript) {
        out.println(dim(statistics(transcript)));
        out.println();
    }

    private String dim(String text) {
        return styled ? DIM + text + RESET : text;
    }

    /** Language, rounds, drafted and kept tokens, and times, in one line. */
    static String statistics(Transcript transcript) {
        RunReport report = transcript.report();
        return String.format(
                Locale.ROOT,
                "  %s, %d tokens in %d rounds (%.1f a round), %d of %d drafted tokens kept (%.0f %%), %.1f s of sound in %.1f s",
                transcript.language(),
                transcript.tokens().length,
                report.rounds(),
                report.tau(),
                report.kept(),
                report.drafted(),
                100 * report.acceptanceRate(),
                transcript.times().sound().toMillis() / 1e3,
                transcript.times().total().toMillis() / 1e3);
    }
}
