package dev.specula.samples.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class EmbeddedPairTests {
    @Test
    void writesDownTheCommandThatComesWithTheSampleWithNoPropertySet(CapturedOutput output) {
        int exitCode = SpringApplication.exit(new SpringApplicationBuilder(TranscribeApplication.class)
                .web(WebApplicationType.NONE)
                .profiles("command-line")
                .run("command.wav"));

        assertThat(exitCode).isZero();
        assertThat(output).contains("set the orange cross near the large blue bar.");
    }
}
