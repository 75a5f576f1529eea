package dev.specula.samples.texttoimage;

import dev.specula.samples.common.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * What was asked for on the command line. Options of Spring Boot ({@code --specula.text-to-image.target=…}) are left to it.
 *
 * @param serve whether to serve the page
 * @param help whether to explain the command
 * @param folder where files are written
 * @param captions what to draw; a few of its own where there are none
 */
record Invocation(boolean serve, boolean help, String folder, List<String> captions) implements Sample.Arguments {
    static final String USAGE = """
            Usage: java -jar specula-sample-text-to-image.jar [--out folder] ["caption"…]
                   java -jar specula-sample-text-to-image.jar --serve [--server.port=8080]

              "caption"…                what to draw, a file each; a few of its own where there are none
              --out folder              where to write the files (default: the current folder)
              --serve                   serve a page at http://localhost:8080 where pictures grow row by row
              --specula.text-to-image.* any property of the starter, for example --specula.text-to-image.defaults.seed=7
            """;

    static Invocation of(String... args) {
        boolean serve = false;
        boolean help = false;
        String folder = ".";
        List<String> captions = new ArrayList<>();
        for (Iterator<String> rest = Arrays.asList(args).iterator(); rest.hasNext(); ) {
            String arg = rest.next();
            if (arg.equals("--serve")) {
                serve = true;
            } else if (arg.equals("--help") || arg.equals("-h")) {
                help = true;
            } else if (arg.equals("--out")) {
                if (!rest.hasNext()) {
                    throw new IllegalArgumentException("--out must be followed by a folder, but nothing follows.");
                }
                folder = rest.next();
            } else if (arg.startsWith("--out=")) {
                folder = arg.substring("--out=".length());
            } else if (!arg.startsWith("--")) {
                captions.add(arg);
            } else if (!arg.contains(".")) {
                throw new IllegalArgumentException(
                        "An option must be --out, --serve, --help or a property, but was " + arg + ".");
            }
        }
        return new Invocation(serve, help, folder, List.copyOf(captions));
    }
}
