package dev.specula.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A folder that holds generated files and nothing else. */
record Folder(Path root) {
    /** Makes the folder hold {@code files}, by path, and no others; returns how many were written or deleted. */
    int hold(Map<String, byte[]> files) throws IOException {
        List<String> old = without(files.keySet());
        delete(old);
        int changed = old.size();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            // Untouched files keep their dates, so that nothing is compiled for nothing.
            if (!Files.exists(path) || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.write(path, file.getValue());
                changed++;
            }
        }
        return changed;
    }

    /** Paths of its files but for {@code names}. */
    List<String> without(Set<String> names) throws IOException {
        return present().stream()
                .map(file -> root.relativize(file).toString().replace('\\', '/'))
                .filter(path -> !names.contains(path))
                .toList();
    }

    /** Deletes the files called {@code paths}, as far as they are there. */
    void delete(List<String> paths) throws IOException {
        for (String path : paths) {
            Files.deleteIfExists(root.resolve(path));
        }
    }

    private List<Path> present() throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
