package dev.specula.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A digest of files: equal where a run would read, or has written, the same. */
final class Fingerprint {
    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /** What a run reads: all sources, since choices may stand in any of them, and the class path by size and date. */
    static String of(Sources sources) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(Fingerprint.class.getPackage().getImplementationVersion());
        fingerprint.add(sources.encoding());
        for (Path file : sources.files()) {
            fingerprint.addContent(file);
        }
        for (Path entry : sources.classPath()) {
            fingerprint.add(entry.toString());
            for (Path file : below(entry)) {
                fingerprint.add(file.toString());
                fingerprint.add(Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return fingerprint.hex();
    }

    /** What a run has written. */
    static String of(Outputs outputs) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        for (Path folder : List.of(outputs.sources(), outputs.resources())) {
            for (Path file : below(folder)) {
                fingerprint.addContent(file);
            }
        }
        return fingerprint.hex();
    }

    private static List<Path> below(Path root) throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void addContent(Path file) throws IOException {
        add(file.toString());
        byte[] content = Files.readAllBytes(file);
        add(Integer.toString(content.length));
        digest.update(content);
    }

    private void add(@Nullable String text) {
        digest.update(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
