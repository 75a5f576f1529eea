package dev.specula.training;

import dev.specula.blocks.scene.SeedRange;
import dev.specula.training.sound.ClipFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes clips as sound files with what is said in them. It needs no PyTorch. */
@Command(
        name = "speech-clips",
        description = "Writes spoken commands as WAV files, each with its words in a .txt beside it.")
final class SpeechClipsCommand implements Callable<Integer> {

    @Option(names = "--to", required = true, description = "Directory to write in.")
    private Path to = Path.of("");

    @Option(
            names = "--range",
            defaultValue = "HELD_OUT",
            description = "Seeds: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private SeedRange range = SeedRange.HELD_OUT;

    @Option(names = "--first", defaultValue = "0", description = "Of the range (default: ${DEFAULT-VALUE}).")
    private long first;

    @Option(names = "--clips", defaultValue = "40", description = "How many (default: ${DEFAULT-VALUE}).")
    private int clips;

    @Override
    public Integer call() throws IOException {
        ClipFiles.write(to, range, first, clips);
        return 0;
    }
}
