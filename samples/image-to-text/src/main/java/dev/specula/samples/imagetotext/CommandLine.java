package dev.specula.samples.imagetotext;

import dev.specula.media.Picture;
import dev.specula.media.UnreadablePictureException;
import dev.specula.samples.common.Terminal;
import dev.specula.visionlanguage.ImageToText;
import dev.specula.visionlanguage.Question;
import dev.specula.visionlanguage.QuestionTooLongException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Captions pictures, or asks about them, one after the other. A picture that cannot be read does not stop the others. */
@Component
@Profile("command-line")
class CommandLine implements ApplicationRunner, ExitCodeGenerator {
    private final ImageToText pictures;
    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private int failures;

    CommandLine(ImageToText pictures) {
        this.pictures = pictures;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Invocation invocation = Invocation.of(arguments.getSourceArgs());
        AnswerPrinter printer = new AnswerPrinter(out, Terminal.isStyled());
        if (Terminal.isStyled()) {
            out.printf("Underlined words were drafted by the small model and kept by the large one.%n%n");
        }
        if (invocation.pictures().isEmpty()) {
            int shown = 0;
            for (long number : ShippedPictures.first()) {
                Picture picture = Picture.of(ShippedPictures.draw(number));
                answer("picture " + ++shown, question(invocation, picture), printer);
            }
        }
        for (String file : invocation.pictures()) {
            try {
                answer(file, question(invocation, Picture.of(Path.of(file))), printer);
            } catch (UnreadablePictureException | QuestionTooLongException | IllegalArgumentException e) {
                failures++;
                out.flush();
                System.err.println(e.getMessage());
            }
        }
        out.flush();
    }

    private static Question question(Invocation invocation, Picture picture) {
        return invocation
                .question()
                .map(words -> Question.about(picture, words))
                .orElseGet(() -> Question.caption(picture));
    }

    private void answer(String name, Question question, AnswerPrinter printer) {
        printer.begin(name);
        printer.end(pictures.answer(question, printer));
    }

    @Override
    public int getExitCode() {
        return failures == 0 ? 0 : 1;
    }
}
