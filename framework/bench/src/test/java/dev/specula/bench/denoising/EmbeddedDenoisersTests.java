package dev.specula.bench.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.specula.bench.Main;
import dev.specula.bench.report.DenoisingResult;
import dev.specula.bench.report.JsonReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The denoisers that ship, with the pipelines that ship: more of the same is a command. */
class EmbeddedDenoisersTests {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void drawWhatThePlainSamplerDraws() {
        assertThat(Main.run("verify", "--pipelines", "policy,tiles,tiles.spe-ca", "--prompts", "2", "--law", "40"))
                .isZero();
    }

    @Test
    void answerStepsByForecastsThatAreCheckedNowAndThen() throws IOException {
        Path json = folder.resolve("tiles.json");

        int status = Main.run(
                "bench", "--pipelines", "tiles", "--prompts", "1", "--repeats", "1", "--json", json.toString());

        assertThat(status).isZero();
        assertThat(Objects.requireNonNull(
                                JsonReport.read(Files.readString(json)).denoising())
                        .pipelines())
                .singleElement()
                .satisfies(EmbeddedDenoisersTests::forecasts);
    }

    private static void forecasts(DenoisingResult tiles) {
        assertThat(tiles.forecastShare()).isBetween(0.5, 0.95);
        assertThat(tiles.callsRatio()).isCloseTo(1 - tiles.forecastShare(), within(1e-3));
        assertThat(Objects.requireNonNull(tiles.acceptanceRate())).isBetween(0.5, 1.0);
        assertThat(tiles.quality()).containsKeys("shape", "colour");
    }

    @Test
    void needConditionsOfTheirOwnSize() throws IOException {
        Path conditions = Files.writeString(folder.resolve("conditions.csv"), "0.5, 1\n\n2, 3\n");

        assertThat(Main.run("verify", "--pipelines", "policy", "--conditions", conditions.toString()))
                .isEqualTo(2);
    }
}
