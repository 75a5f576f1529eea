package dev.specula.training.sound;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A folder of what a target wrote, a file for each window: 1.5 MB where its encoder makes 1,500 rows of 512. */
public final class WrittenWindows {

    private static final String SUFFIX = ".window";
    private static final int BUFFER = 1 << 20;

    private final Path folder;

    /** In {@code folder}, which is made when the first window is added. */
    public WrittenWindows(Path folder) {
        this.folder = folder;
    }

    /** Whether there is the one of {@code seed}. */
    public boolean has(long seed) {
        return Files.exists(file(seed));
    }

    /** Keeps {@code window} as that of {@code seed}. */
    public void add(long seed, WrittenWindow window) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, "window", ".part");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER))) {
            window.write(out);
        }
        Files.move(unfinished, file(seed), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Every window's file, in the order of their seeds. */
    public List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }

    /** The window in {@code file}. */
    public static WrittenWindow read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            return WrittenWindow.read(in);
        }
    }

    private Path file(long seed) {
        return folder.resolve("%012d%s".formatted(seed, SUFFIX));
    }
}
