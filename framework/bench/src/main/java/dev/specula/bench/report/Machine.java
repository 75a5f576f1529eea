package dev.specula.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What kind of machine a benchmark ran on; nothing tells which one.
 *
 * @param processor model, as the system names it
 * @param processors available to the process
 * @param system kind of operating system and architecture
 * @param java version of the virtual machine
 */
public record Machine(String processor, int processors, String system, String java) {
    /** This one. */
    public static Machine here() {
        return new Machine(
                processorModel(),
                Runtime.getRuntime().availableProcessors(),
                (System.getProperty("os.name") + " " + System.getProperty("os.arch")).toLowerCase(Locale.ROOT),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    }

    private static String processorModel() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            String named = System.getenv("PROCESSOR_IDENTIFIER");
            return named == null ? "unknown" : named;
        }
    }
}
