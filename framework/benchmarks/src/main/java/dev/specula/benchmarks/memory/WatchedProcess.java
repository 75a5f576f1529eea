package dev.specula.benchmarks.memory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A virtual machine of its own, on the class path of this one, whose memory is looked at every millisecond or two until its work is
 * done. Its heap has one size and is touched at the start: what comes on top is native.
 */
final class WatchedProcess {
    private static final String DONE = "done ";
    private static final long INTERVAL = 1; // milliseconds
    private static final long SETTLING = 200; // milliseconds

    private final Path cache;
    private final String heap;

    /**
     * A process to be.
     *
     * @param cache where it keeps prepared graphs
     * @param heap size of its heap as the virtual machine wants it, for example {@code 64m}
     */
    WatchedProcess(Path cache, String heap) {
        this.cache = cache;
        this.heap = heap;
    }

    /**
     * What was seen.
     *
     * @param mostAnonymous the most anonymous memory at any time, in bytes
     * @param preparing the most of it until the last prepared graphs were complete
     * @param peak the most of it and of mapped files, each page as often as it is mapped
     * @param anonymous anonymous memory when the work was done
     * @param mapped pages of mapped files then
     * @param said what the process had to say of its work
     */
    record Seen(long mostAnonymous, long preparing, long peak, long anonymous, long mapped, String said) {}

    /**
     * Runs a class that calls {@link #done} at the end of its work.
     *
     * @throws IllegalStateException with all that it printed, if it ends without
     */
    Seen run(Class<?> main, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms" + heap,
                "-Xmx" + heap,
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-Dspecula.cache=" + cache,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("ORT_DISABLE_TELEMETRY", "1"); // the runtime reads it as it starts
            Process process = builder.start();
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                return watch(process, output);
            } finally {
                process.getOutputStream().close(); // which it waits for
                process.waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Seen watch(Process process, BufferedReader output) throws IOException, InterruptedException {
        long most = 0;
        long preparing = 0;
        FileTime prepared = prepared();
        StringBuilder printed = new StringBuilder();
        while (true) {
            if (!output.ready() && process.isAlive()) {
                most = Math.max(most, Resident.anonymous(process));
                if (!prepared().equals(prepared)) {
                    prepared = prepared();
                    preparing = most;
                }
                Thread.sleep(INTERVAL);
                continue;
            }
            String line = output.readLine();
            if (line == null) {
                throw new IllegalStateException("The process must say when it is done, but said only:\n" + printed);
            }
            if (line.startsWith(DONE)) {
                long rest = Resident.anonymous(process);
                return new Seen(
                        Math.max(most, rest),
                        preparing,
                        Resident.peak(process),
                        rest,
                        Resident.mapped(process),
                        line.substring(DONE.length()));
            }
            printed.append(line).append('\n');
        }
    }

    /** When graphs were last put among the prepared ones, which is done when they are complete. */
    private FileTime prepared() throws IOException {
        Path graphs = cache.resolve("graphs");
        return Files.isDirectory(graphs) ? Files.getLastModifiedTime(graphs) : FileTime.fromMillis(0);
    }

    /** Called in the process: tells of its work, and waits until its memory was looked at. */
    static void done(String said) throws IOException, InterruptedException {
        System.gc(); // gives back what only garbage holds: native memory, and maps
        Thread.sleep(SETTLING);
        System.out.println(DONE + said);
        if (System.in.read() >= 0) {
            throw new IOException("Nothing was to be read.");
        }
    }
}
