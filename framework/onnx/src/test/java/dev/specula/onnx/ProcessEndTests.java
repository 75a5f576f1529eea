package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A process may be stopped whatever it is doing. */
class ProcessEndTests {
    private static final int TERMINATED = 128 + 15;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "processes end at once there, without hooks")
    void stoppingDuringPassesRunsTheOtherHooksAndDoesNotCrash() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Passes.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("running");

            process.toHandle().destroy(); // Process.destroy would close the output that is to be read

            String rest = output.lines().collect(Collectors.joining("\n"));
            assertThat(process.waitFor()).as(rest).isEqualTo(TERMINATED);
            assertThat(rest).isEqualTo("hook ran passes");
        }
    }

    /** Runs passes until it is stopped, and some more in a hook: as a server does that ends its answers first. */
    static final class Passes {
        private static final int SIZE = 256;

        private Passes() {}

        public static void main(String... arguments) {
            GraphSession graph = GraphSession.of("product", ProductGraph.write(SIZE), Path.of("."), false);
            run(graph);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                for (int i = 0; i < 100; i++) {
                    run(graph);
                }
                System.out.println("hook ran passes");
            }));
            System.out.println("running");
            while (true) {
                run(graph);
            }
        }

        private static void run(GraphSession graph) {
            try (OnnxTensor x = Tensors.tensor(Tensors.floats(SIZE * SIZE), SIZE, SIZE);
                    OnnxTensor y = Tensors.tensor(Tensors.floats(SIZE * SIZE), SIZE, SIZE)) {
                graph.run(Map.of("x", x), Map.of("y", y));
            }
        }
    }
}
