package dev.specula.samples.imagetotext;

import dev.specula.report.RunReport;
import dev.specula.text.Answer;
import dev.specula.text.TextListener;
import dev.specula.token.Origin;
import java.io.PrintStream;
import java.util.Locale;

/** Prints an answer as it is said, drafted words underlined where the output can show it, and a line of statistics. */
final class AnswerPrinter implements TextListener {
    private static final String UNDERLINE = "\u001b[4m";
    private static final String DIM = "\u001b[2m";
    private static final String RESET = "\u001b[0m";

    private final PrintStream out;
    private final boolean styled;
    private boolean begun;

    AnswerPrinter(PrintStream out, boolean styled) {
        this.out = out;
        this.styled = styled;
    }

    /** Begins the answer about the picture {@code name}. */
    void begin(String name) {
        out.println(name);
        out.print("  ");
        begun = false;
    }

    @Override
    public boolean said(String piece, Origin origin) {
        String text = begun ? piece : piece.stripLeading();
        begun = true;
        if (styled && origin == Origin.DRAFT) {
            String word = text.stripLeading(); // the space before a word is not underlined
            out.print(text.substring(0, text.length() - word.length()) + UNDERLINE + word + RESET);
        } else {
            out.print(text);
        }
        out.flush();
        return !out.checkError(); // nobody reads any more: no need to go on
    }

    /** Ends the answer. */
    void end(Answer answer) {
        String statistics = statistics(answer);
        out.println();
        out.println(styled ? DIM + statistics + RESET : statistics);
        out.println();
    }

    /** Rounds, drafted and kept tokens, and times, in one line. */
    static String statistics(Answer answer) {
        RunReport report = answer.report();
        return String.format(
                Locale.ROOT,
                "  %d tokens in %d rounds (%.1f a round), %d of %d drafted tokens kept (%.0f %%), %d ms to the first, %.0f tokens/s",
                answer.length(),
                report.rounds(),
                report.tau(),
                report.kept(),
                report.drafted(),
                100 * report.acceptanceRate(),
                answer.timeToFirstToken().toMillis(),
                answer.tokensPerSecond());
    }
}
