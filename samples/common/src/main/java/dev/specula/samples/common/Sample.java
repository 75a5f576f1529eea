package dev.specula.samples.common;

import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** How a sample starts: answers what the command line asks and ends, or serves a page. */
public final class Sample {
    private Sample() {}

    /**
     * Starts {@code application}; on the command line the process ends with 0 unless something was wrong.
     *
     * @param reading reads the command line
     * @param usage what to print where help is wanted, or where the command line cannot be read
     */
    public static void start(
            Class<?> application, Function<String[], ? extends Arguments> reading, String usage, String... args) {
        Arguments asked;
        try {
            asked = reading.apply(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(usage);
            System.exit(2);
            return;
        }
        if (asked.help()) {
            System.out.println(usage);
            return;
        }
        SpringApplication spring = new SpringApplication(application);
        if (asked.serve()) {
            spring.run(args);
        } else {
            spring.setWebApplicationType(WebApplicationType.NONE);
            spring.setAdditionalProfiles("command-line");
            System.exit(SpringApplication.exit(spring.run(args)));
        }
    }

    /** What was asked for on a command line. */
    public interface Arguments {
        /** Whether to serve the page. */
        boolean serve();

        /** Whether to explain the command. */
        boolean help();
    }
}
