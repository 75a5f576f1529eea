package dev.specula.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long recordings are written down in processes whose memory is looked at. */
class ListeningMemoryTests {
    private static final Path RECORDING = Path.of("../bench/src/main/resources/dev/specula/bench/sound/commands/4.wav");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void needsASystemThatTells() {
        assumeThat(Resident.isTold()).isTrue();
    }

    @Test
    void takesNoMoreNativeMemoryForTenMinutesThanForTwo() throws IOException, InterruptedException {
        ListeningMemory listening = new ListeningMemory(folder, RECORDING, "512m"); // hardly ever collected
        listening.measure(1); // prepares the models

        WatchedProcess.Seen two = listening.measure(2);
        WatchedProcess.Seen ten = listening.measure(10);

        assertThat(ten.mostAnonymous() - two.mostAnonymous()).isLessThan(16_000_000);
    }

    @Test
    void writesDownTwentyMinutesOnAHeapThatCannotHoldThem() throws IOException, InterruptedException {
        WatchedProcess.Seen seen = new ListeningMemory(folder, RECORDING, "48m").measure(20); // 77 MB of samples

        assertThat(Integer.parseInt(seen.said())).isGreaterThan(5000);
    }
}
