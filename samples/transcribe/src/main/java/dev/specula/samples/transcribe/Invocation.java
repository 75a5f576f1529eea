package dev.specula.samples.transcribe;

import dev.specula.samples.common.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was asked for on the command line. Options of Spring Boot ({@code --specula.audio.target=…}) are left to it.
 *
 * @param serve whether to serve the page
 * @param help whether to explain the command
 * @param sounds files to write down
 */
record Invocation(boolean serve, boolean help, List<String> sounds) implements Sample.Arguments {
    static final String USAGE = """
            Usage: java -jar specula-sample-transcribe.jar sound…
                   java -jar specula-sample-transcribe.jar --serve [--server.port=8080]

              sound…            files to write down (WAV, FLAC, MP3, Ogg Vorbis), of any length
              --serve           serve a page at http://localhost:8080 that shows where each word came from
              --specula.audio.* any property of the starter. The embedded pair knows commands about coloured blocks;
                                for other speech name a model, for example
                                --specula.audio.target=hf://openai/whisper-base
                                --specula.audio.draft=hf://openai/whisper-tiny
              --specula.models.pull=when-missing
                                fetch models from the hub where they are not in its cache
            """;

    static Invocation of(String... args) {
        boolean serve = false;
        boolean help = false;
        List<String> sounds = new ArrayList<>();
        for (String arg : Arrays.asList(args)) {
            if (arg.equals("--serve")) {
                serve = true;
            } else if (arg.equals("--help") || arg.equals("-h")) {
                help = true;
            } else if (!arg.startsWith("--")) {
                sounds.add(arg);
            } else if (!arg.contains(".")) {
                throw new IllegalArgumentException(
                        "An option must be --serve, --help or a property, but was " + arg + ".");
            }
        }
        if (!serve && !help && sounds.isEmpty()) {
            throw new IllegalArgumentException("Name at least one sound to write down, or --serve a page.");
        }
        return new Invocation(serve, help, List.copyOf(sounds));
    }
}
