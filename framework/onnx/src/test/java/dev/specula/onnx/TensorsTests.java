package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TensorsTests {
    @Test
    void saysWhatToDoWhereDirectBuffersAreFull() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:MaxDirectMemorySize=1m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hungry.class.getName())
                .redirectErrorStream(true)
                .start();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertThat(output)
                .contains("EngineException: 4.0 MB more must fit into direct buffers")
                .contains("raise -XX:MaxDirectMemorySize");
    }

    /** Takes more than it may. */
    static final class Hungry {
        private Hungry() {}

        public static void main(String... arguments) {
            Tensors.floats(1_000_000);
        }
    }
}
