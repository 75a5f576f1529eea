package dev.specula.training;

import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What every recipe asks on the command line. */
final class RunOptions {

    @Option(
            names = "--checkpoints",
            required = true,
            description = "Directory to keep the run in, and to resume it from.")
    Path checkpoints = Path.of("");

    @Option(names = "--seed", defaultValue = "1", description = "Of the start values (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--threads", defaultValue = "2", description = "Of PyTorch (default: ${DEFAULT-VALUE}).")
    int threads;

    @Option(
            names = "--minutes",
            defaultValue = "240",
            description = "Stop after so long, with a checkpoint (default: ${DEFAULT-VALUE}).")
    long minutes;

    Duration budget() {
        return Duration.ofMinutes(minutes);
    }

    /** Must come before the engine is first touched. */
    void startEngine() {
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    }
}
