package dev.specula.bench;

import dev.specula.SpeculaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Verifies and measures the pipelines on the class path of the process. */
@Command(
        name = "specula-bench",
        mixinStandardHelpOptions = true,
        description = "Prepares, verifies and measures the pipelines on the class path.",
        subcommands = {
            PrepareCommand.class,
            VerifyCommand.class,
            BenchCommand.class,
            AccuracyCommand.class,
            WindowsCommand.class,
            DrawingAccuracyCommand.class
        })
public final class Main {
    private Main() {}

    /** Ends the process: with 0 if all went well, 1 if a pipeline broke its promise, 2 if the call or a model is wrong. */
    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    /** The same without ending the process. */
    public static int run(String... arguments) {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((thrown, commandLine, parsed) -> {
                    if (thrown instanceof SpeculaException || thrown instanceof IllegalArgumentException) {
                        commandLine.getErr().println(thrown.getMessage());
                        return CommandLine.ExitCode.USAGE;
                    }
                    throw thrown;
                })
                .execute(arguments);
    }
}
