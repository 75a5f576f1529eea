package dev.specula.samples.imagetotext;

import dev.specula.samples.common.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line. Options of Spring Boot ({@code --specula.image.target=…}) are left to it.
 *
 * @param serve whether to serve the page
 * @param help whether to explain the command
 * @param question what to ask about each picture; a caption where absent
 * @param pictures files; the shipped pictures where there are none
 */
record Invocation(boolean serve, boolean help, Optional<String> question, List<String> pictures)
        implements Sample.Arguments {
    static final String USAGE = """
            Usage: java -jar specula-sample-image-to-text.jar [--question "…"] [picture…]
                   java -jar specula-sample-image-to-text.jar --serve [--server.port=8080]

              picture…          files to caption (PNG, JPEG, WebP, GIF, BMP, TIFF); a few of its own where there are none
              --question "…"    what to ask about each picture, in place of a caption
              --serve           serve a page at http://localhost:8080 that shows where each word came from
              --specula.image.* any property of the starter, for example --specula.image.defaults.temperature=0.8
            """;

    static Invocation of(String... args) {
        boolean serve = false;
        boolean help = false;
        String question = null;
        List<String> pictures = new ArrayList<>();
        for (Iterator<String> rest = Arrays.asList(args).iterator(); rest.hasNext(); ) {
            String arg = rest.next();
            if (arg.equals("--serve")) {
                serve = true;
            } else if (arg.equals("--help") || arg.equals("-h")) {
                help = true;
            } else if (arg.equals("--question")) {
                if (!rest.hasNext()) {
                    throw new IllegalArgumentException(
                            "--question must be followed by a question, but nothing follows.");
                }
                question = rest.next();
            } else if (arg.startsWith("--question=")) {
                question = arg.substring("--question=".length());
            } else if (!arg.startsWith("--")) {
                pictures.add(arg);
            } else if (!arg.contains(".")) {
                throw new IllegalArgumentException(
                        "An option must be --question, --serve, --help or a property, but was " + arg + ".");
            }
        }
        return new Invocation(serve, help, Optional.ofNullable(question), List.copyOf(pictures));
    }
}
