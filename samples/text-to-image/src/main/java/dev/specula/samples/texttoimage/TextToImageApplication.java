package dev.specula.samples.texttoimage;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Draws captions and ends, or serves a page with {@code --serve}. */
@SpringBootApplication
public class TextToImageApplication {
    /** Starts; the exit code is 0 unless something was wrong. */
    public static void main(String[] args) {
        Invocation invocation;
        try {
            invocation = Invocation.of(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Invocation.USAGE);
            System.exit(2);
            return;
        }
        if (invocation.help()) {
            System.out.println(Invocation.USAGE);
            return;
        }
        SpringApplication application = new SpringApplication(TextToImageApplication.class);
        if (invocation.serve()) {
            application.run(args);
        } else {
            application.setWebApplicationType(WebApplicationType.NONE);
            application.setAdditionalProfiles("command-line");
            System.exit(SpringApplication.exit(application.run(args)));
        }
    }
}
