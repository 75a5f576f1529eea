package dev.specula.samples.texttoimage.page;

import dev.specula.report.RunReport;
import dev.specula.texttoimage.Drawing;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of a picture while it grows. */
final class DrawingEvents {
    private DrawingEvents() {}

    /**
     * Rows that are drawn.
     *
     * @param rows of tokens, from the top
     * @param rowsInAll of the whole picture
     * @param micros microseconds since drawing began
     * @param png what is drawn so far, Base64; absent where the last look is not long ago
     */
    record Rows(
            int rows, int rowsInAll, long micros, @Nullable String png) {}

    /**
     * The end of the picture.
     *
     * @param png the picture, Base64
     * @param tokens ids of all tokens: to compare pictures with
     * @param rounds target passes
     * @param drafted drafted tokens
     * @param kept drafted tokens that were kept
     * @param tau tokens per round
     * @param totalMicros microseconds from begin to end
     */
    record End(String png, List<Integer> tokens, long rounds, long drafted, long kept, double tau, long totalMicros) {

        static End of(Drawing drawing) {
            RunReport report = drawing.report();
            return new End(
                    Base64.getEncoder().encodeToString(drawing.png()),
                    Arrays.stream(drawing.tokens()).boxed().toList(),
                    report.rounds(),
                    report.drafted(),
                    report.kept(),
                    report.tau(),
                    drawing.total().toNanos() / 1000);
        }
    }
}
