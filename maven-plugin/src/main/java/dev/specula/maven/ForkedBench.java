package dev.specula.maven;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A virtual machine of its own for the bench: Maven's has other settings, other classes and no native code.
 *
 * @param settings of Maven's command line, of which those of the hub (HF_…) and of the engine (specula.…) count here as well
 */
record ForkedBench(List<Path> classPath, Path folder, Properties settings) {
    private static final String MAIN = "dev.specula.bench.Main";

    /** Runs the bench, hands on each line that it prints, and returns its exit status. */
    int run(List<String> arguments, Consumer<String> line) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + options());
        for (String name : named("specula.")) {
            command.add("-D" + name + "=" + settings.getProperty(name));
        }
        command.add(MAIN);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ORT_DISABLE_TELEMETRY", "1"); // the runtime reads it as it starts
        for (String name : named("HF_")) { // not where others see a token
            builder.environment().put(name, settings.getProperty(name));
        }
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

    private List<String> named(String prefix) {
        return settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
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
