package dev.specula.onnx;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of prepared graphs, a directory for each bundle, kept within a size: what was not loaded for longest goes first,
 * and nothing that was loaded within a day.
 *
 * <p>Several processes may share it without locks. What comes or goes does so by a rename: a process that finds half of a
 * bundle gone prepares it again, and one that has it mapped keeps it.
 */
final class CacheFolder {
    /** System property of the size in MiB that bundles may take together; default 4096. */
    static final String LIMIT = "specula.cache.megabytes";

    private static final long USUAL_LIMIT = 4096;
    private static final Duration IN_USE = Duration.ofDays(1);
    private static final String PREPARING = "preparing-";
    private static final System.Logger LOG = System.getLogger(CacheFolder.class.getName());

    private final Path root;
    private final long limit; // bytes

    CacheFolder(Path root, long limit) {
        this.root = root;
        this.limit = limit;
    }

    /** With the limit that the system property names. */
    static CacheFolder at(Path root) {
        return new CacheFolder(root, Long.getLong(LIMIT, USUAL_LIMIT) << 20);
    }

    Path root() {
        return root;
    }

    /** Where the bundle {@code name} is once it is prepared. */
    Path bundle(String name) {
        return root.resolve(name);
    }

    /** A new directory to prepare a bundle in; deletes what others left behind that ended while they prepared. */
    Path work() throws IOException {
        Files.createDirectories(root);
        Instant yesterday = Instant.now().minus(IN_USE);
        try (DirectoryStream<Path> works = Files.newDirectoryStream(root, PREPARING + "*")) {
            for (Path work : works) {
                if (Files.getLastModifiedTime(work).toInstant().isBefore(yesterday)) {
                    delete(work);
                }
            }
        }
        return Files.createTempDirectory(root, PREPARING);
    }

    /** Notes that {@code bundle} is loaded. */
    void used(Path bundle) {
        try {
            Files.setLastModifiedTime(bundle, FileTime.from(Instant.now()));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Another user's cache: " + bundle + " may be deleted although it is in use.", e);
        }
    }

    /** Deletes bundles until the rest fits the limit. */
    void evict() {
        try (Stream<Path> entries = Files.list(root)) {
            List<Bundle> bundles = new ArrayList<>();
            for (Path entry : entries.filter(
                            entry -> !entry.getFileName().toString().startsWith(PREPARING))
                    .toList()) {
                bundles.add(new Bundle(entry, Files.getLastModifiedTime(entry).toInstant(), bytes(entry)));
            }
            long total = bundles.stream().mapToLong(Bundle::bytes).sum();
            Instant inUse = Instant.now().minus(IN_USE);
            bundles.removeIf(bundle -> bundle.loaded().isAfter(inUse));
            bundles.sort(Comparator.comparing(Bundle::loaded));
            for (Bundle bundle : bundles) {
                if (total <= limit) {
                    return;
                }
                evict(bundle.directory());
                total -= bundle.bytes();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Another process tidies up " + root + ".", e);
        }
    }

    private void evict(Path bundle) throws IOException {
        Path away = root.resolve(PREPARING + "nothing-" + bundle.getFileName());
        Files.move(bundle, away, StandardCopyOption.ATOMIC_MOVE);
        delete(away);
        LOG.log(Level.INFO, "Deleted {0}, which was not loaded for long; -D{1} keeps more.", bundle, LIMIT);
    }

    private static long bytes(Path directory) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Could not delete " + directory + ".", e);
        }
    }

    private record Bundle(Path directory, Instant loaded, long bytes) {}
}
