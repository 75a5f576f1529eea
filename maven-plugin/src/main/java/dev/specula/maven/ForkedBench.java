package dev.specula.maven;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A virtual machine of its own for the bench: Maven's has other settings, other classes and no native code. */
record ForkedBench(List<Path> classPath, Path folder) {
    private static final String MAIN = "dev.specula.bench.Main";

    /** Runs the bench, hands on each line that it prints, and returns its exit status. */
    int run(List<String> arguments, Consumer<String> line) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + options());
        command.add(MAIN);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ORT_DISABLE_TELEMETRY", "1"); // the runtime reads it as it starts
        Process process = builder.start();
        try (BufferedReader output = process.inputReader(Charset.defaultCharset())) {
            output.lines().forEach(line);
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("The bench was interrupted.", interrupted);
        } finally {
            process.destroy();
        }
    }

    /** A class path may be longer than a command line: it goes into a file. */
    private Path options() throws IOException {
        String path = classPath.stream()
                .map(element -> element.toString().replace("\\", "\\\\"))
                .collect(Collectors.joining(File.pathSeparator));
        Files.createDirectories(folder);
        return Files.writeString(
                folder.resolve("bench.options"),
                "-XX:+IgnoreUnrecognizedVMOptions\n--enable-native-access=ALL-UNNAMED\n-cp\n\"" + path + "\"\n");
    }
}
