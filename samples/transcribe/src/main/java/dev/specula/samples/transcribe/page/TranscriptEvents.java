package dev.specula.samples.transcribe.page;

import dev.specula.report.Finish;
import dev.specula.report.RunReport;
import dev.specula.speech.Piece;
import dev.specula.speech.Segment;
import dev.specula.speech.Transcript;
import java.util.Arrays;
import java.util.List;

/** What is told of a transcript while it is written. */
final class TranscriptEvents {
    private TranscriptEvents() {}

    /**
     * A segment.
     *
     * @param startMillis when it begins in the sound
     * @param endMillis when it ends
     * @param pieces its text token by token, each with its origin
     * @param micros microseconds since decoding began
     */
    record Heard(long startMillis, long endMillis, List<Piece> pieces, long micros) {
        static Heard of(Segment segment, long micros) {
            return new Heard(segment.start().toMillis(), segment.end().toMillis(), segment.pieces(), micros);
        }
    }

    /**
     * The end of the transcript.
     *
     * @param tokens ids of all tokens: to compare transcripts with
     * @param language that was spoken
     * @param finish why there is no more
     * @param rounds target passes
     * @param drafted drafted tokens
     * @param kept drafted tokens that were kept
     * @param tau tokens per round
     * @param totalMicros microseconds from begin to end
     */
    record End(
            List<Integer> tokens,
            String language,
            Finish finish,
            long rounds,
            long drafted,
            long kept,
            double tau,
            long totalMicros) {

        static End of(Transcript transcript) {
            RunReport report = transcript.report();
            return new End(
                    Arrays.stream(transcript.tokens()).boxed().toList(),
                    transcript.language(),
                    transcript.finish(),
                    report.rounds(),
                    report.drafted(),
                    report.kept(),
                    report.tau(),
                    transcript.times().total().toNanos() / 1000);
        }
    }
}
