package dev.specula.training;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the recipes. */
@Command(
        name = "training",
        mixinStandardHelpOptions = true,
        description = "Trains the models of the blocks world.",
        subcommands = {
            TargetCommand.class,
            PublishCommand.class,
            DraftCommand.class,
            PolicyCommand.class,
            TilesCommand.class,
            TokenizerCommand.class,
            DrawingCommand.class,
            SpeechCommand.class,
            SpeechPublishCommand.class,
            SpeechDraftCommand.class,
            SpeechClipsCommand.class,
            SpeechWindowsCommand.class,
            SpeechDistilCommand.class
        })
public final class TrainingCommand {

    private TrainingCommand() {}

    /** Runs the subcommand that {@code arguments} name. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new TrainingCommand()).execute(arguments));
    }
}
