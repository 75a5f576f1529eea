package dev.specula.onnx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** What prepared graphs depend on beside themselves: the runtime's version and the processor. */
final class Machine {
    private static final String FINGERPRINT = compute();

    private Machine() {}

    static String fingerprint() {
        return FINGERPRINT;
    }

    private static String compute() {
        String facts = OnnxRuntime.version() + "\n" + System.getProperty("os.name") + "\n"
                + System.getProperty("os.arch") + "\n" + processor();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(facts.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }

    /** Model and instruction sets where the system tells them. */
    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line ->
                            line.startsWith("model name") || line.startsWith("flags") || line.startsWith("Features"))
                    .distinct()
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return String.valueOf(System.getenv("PROCESSOR_IDENTIFIER"));
        }
    }
}
