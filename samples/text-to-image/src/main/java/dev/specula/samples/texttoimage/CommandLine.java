package dev.specula.samples.texttoimage;

import dev.specula.report.RunReport;
import dev.specula.texttoimage.Caption;
import dev.specula.texttoimage.CaptionTooLongException;
import dev.specula.texttoimage.Drawing;
import dev.specula.texttoimage.TextToImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Draws captions into files, one after the other. A caption that cannot be drawn does not stop the others. */
@Component
@Profile("command-line")
class CommandLine implements ApplicationRunner, ExitCodeGenerator {
    private final TextToImage pictures;
    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private final FileNames names = new FileNames();
    private int failures;

    CommandLine(TextToImage pictures) {
        this.pictures = pictures;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Invocation invocation = Invocation.of(arguments.getSourceArgs());
        Path folder = Path.of(invocation.folder());
        List<String> captions = invocation.captions().isEmpty() ? Captions.first() : invocation.captions();
        for (String caption : captions) {
            try {
                draw(caption, folder);
            } catch (CaptionTooLongException | IllegalArgumentException e) {
                fail(e.getMessage());
            } catch (IOException e) {
                fail("The picture cannot be written to \"" + folder + "\" (" + e + "); choose a folder with --out.");
            }
        }
        out.flush();
    }

    private void fail(@Nullable String why) {
        failures++;
        out.flush();
        System.err.println(why);
    }

    private void draw(String caption, Path folder) throws IOException {
        Files.createDirectories(folder);
        Drawing drawing = pictures.draw(Caption.of(caption));
        Path file = Files.write(folder.resolve(names.of(caption)), drawing.png());
        out.println(caption);
        out.println("  " + file);
        out.println(statistics(drawing));
        out.println();
        out.flush();
    }

    /** Rounds, drafted and kept tokens, and times, in one line. */
    static String statistics(Drawing drawing) {
        RunReport report = drawing.report();
        return String.format(
                Locale.ROOT,
                "  %d tokens in %d rounds (%.1f a round), %d of %d drafted tokens kept (%.0f %%), %d ms, %.0f tokens/s",
                drawing.length(),
                report.rounds(),
                report.tau(),
                report.kept(),
                report.drafted(),
                100 * report.acceptanceRate(),
                drawing.total().toMillis(),
                drawing.tokensPerSecond());
    }

    @Override
    public int getExitCode() {
        return failures == 0 ? 0 : 1;
    }
}
