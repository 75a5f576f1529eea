package dev.specula.samples.imagetotext;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.token.Origin;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerPrinterTests {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void underlinesDraftedWordsWithoutTheSpaceBefore() {
        say(new AnswerPrinter(out, true));

        assertThat(bytes.toString(StandardCharsets.UTF_8)).endsWith("a \u001b[4mred\u001b[0m circle");
    }

    @Test
    void printsWordsAloneWhereNobodySeesStyles() {
        say(new AnswerPrinter(out, false));

        assertThat(bytes.toString(StandardCharsets.UTF_8)).endsWith("  a red circle");
    }

    @Test
    void stopsTheAnswerWhenNobodyReads() {
        PrintStream broken = new PrintStream(bytes, true, StandardCharsets.UTF_8) {
            @Override
            public boolean checkError() {
                return true;
            }
        };

        assertThat(new AnswerPrinter(broken, false).said(" a", Origin.TARGET)).isFalse();
    }

    private static void say(AnswerPrinter printer) {
        printer.begin("picture 1");
        printer.said(" a", Origin.TARGET);
        printer.said(" red", Origin.DRAFT);
        printer.said(" circle", Origin.TARGET);
    }
}
