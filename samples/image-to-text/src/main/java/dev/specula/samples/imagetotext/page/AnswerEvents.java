package dev.specula.samples.imagetotext.page;

import dev.specula.report.Finish;
import dev.specula.report.RunReport;
import dev.specula.text.Answer;
import dev.specula.token.Origin;
import java.util.Arrays;
import java.util.List;

/** What is told of an answer while it is said. */
final class AnswerEvents {
    private AnswerEvents() {}

    /**
     * A piece of the answer.
     *
     * @param text its words
     * @param origin whether it was drafted and kept, or is the target's own
     * @param micros microseconds since decoding began
     */
    record Piece(String text, Origin origin, long micros) {}

    /**
     * The end of the answer.
     *
     * @param tokens ids of all tokens: to compare answers with
     * @param finish why there are no more
     * @param rounds target passes
     * @param drafted drafted tokens
     * @param kept drafted tokens that were kept
     * @param tau tokens per round
     * @param firstMicros microseconds to the first token: picture, prompt and the first round
     * @param totalMicros microseconds from begin to end
     */
    record End(
            List<Integer> tokens,
            Finish finish,
            long rounds,
            long drafted,
            long kept,
            double tau,
            long firstMicros,
            long totalMicros) {

        static End of(Answer answer) {
            RunReport report = answer.report();
            return new End(
                    Arrays.stream(answer.tokens()).boxed().toList(),
                    answer.finish(),
                    report.rounds(),
                    report.drafted(),
                    report.kept(),
                    report.tau(),
                    answer.timeToFirstToken().toNanos() / 1000,
                    answer.total().toNanos() / 1000);
        }
    }
}
