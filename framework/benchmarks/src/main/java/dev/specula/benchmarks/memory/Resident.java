package dev.specula.benchmarks.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory of processes, in bytes, as Linux tells it; 0 of those that have ended. */
final class Resident {
    private static final Path PROCESSES = Path.of("/proc");

    private Resident() {}

    /** Whether this system tells. */
    static boolean isTold() {
        return Files.isReadable(PROCESSES.resolve("self").resolve("smaps_rollup"));
    }

    /** Memory without a file behind it: heaps, stacks, whatever was allocated. Only who has it can give it back. */
    static long anonymous(Process process) {
        return bytes(process, "status", "RssAnon:");
    }

    /** The most memory so far with pages of mapped files, each counted as often as it is mapped. */
    static long peak(Process process) {
        return bytes(process, "status", "VmHWM:");
    }

    /** Pages of mapped files, each counted once; the system drops them when it wants their room. */
    static long mapped(Process process) {
        return bytes(process, "smaps_rollup", "Pss_File:");
    }

    private static long bytes(Process process, String file, String key) {
        try {
            return Files.readAllLines(
                            PROCESSES.resolve(Long.toString(process.pid())).resolve(file))
                    .stream()
                    .filter(line -> line.startsWith(key))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
