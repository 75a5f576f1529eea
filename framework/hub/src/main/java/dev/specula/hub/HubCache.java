package dev.specula.hub;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cached files of one repository, in the layout of the hub's own libraries: contents under {@code blobs} by checksum,
 * commits under {@code snapshots} as links to them, names of commits under {@code refs}. A link is made only when its content is
 * whole and checked, so whatever has a name is whole.
 */
final class HubCache {
    /** What directories of models are called after. */
    static final String PREFIX = "models--";

    /** How the name of a content ends that is not whole. */
    static final String INCOMPLETE = ".incomplete";

    private final Path root;
    private final Path directory;

    HubCache(Path root, String repository) {
        this.root = root;
        this.directory = root.resolve(PREFIX + repository.replace("/", "--"));
    }

    Path directory() {
        return directory;
    }

    Path blobs() {
        return directory.resolve("blobs");
    }

    Path blob(String etag) {
        return blobs().resolve(etag);
    }

    Path lock(String etag) {
        return root.resolve(".locks").resolve(directory.getFileName()).resolve(etag + ".lock");
    }

    Path snapshot(String commit) {
        return directory.resolve("snapshots").resolve(commit);
    }

    /** The commit that a revision was when it was last asked for; a commit is itself. */
    Optional<String> commit(String revision) throws IOException {
        Path reference = directory.resolve("refs").resolve(revision);
        if (Files.isRegularFile(reference)) {
            return Optional.of(RemoteName.commit(Files.readString(reference).strip()));
        }
        return Files.isDirectory(snapshot(revision)) ? Optional.of(revision) : Optional.empty();
    }

    void remember(String revision, String commit) throws IOException {
        if (revision.equals(commit)) {
            return;
        }
        Path references = directory.resolve("refs");
        Path reference = references.resolve(revision);
        Files.createDirectories(references.resolve(revision.substring(0, revision.lastIndexOf('/') + 1)));
        Path written = Files.createTempFile(references, ".ref", "");
        Files.writeString(written, commit);
        replace(written, reference);
    }

    /** Whether a file of a commit is here, whole. */
    boolean has(String commit, String path) {
        return Files.isRegularFile(snapshot(commit).resolve(path));
    }

    /** Whether it is known that a commit has no such file. */
    boolean lacks(String commit, String path) {
        return Files.isRegularFile(lacking(commit).resolve(path));
    }

    /** Remembers that a commit has no such file, as the hub's own libraries do. */
    void rememberLacking(String commit, String path) throws IOException {
        Path mark = lacking(commit).resolve(path);
        if (!Files.exists(mark)) {
            Files.createDirectories(lacking(commit).resolve(path.substring(0, path.lastIndexOf('/') + 1)));
            Files.write(mark, new byte[0]);
        }
    }

    private Path lacking(String commit) {
        return directory.resolve(".no_exist").resolve(commit);
    }

    /** Gives a whole content its name in a commit: a relative link, or the content itself where links are not allowed. */
    void link(String commit, String path, String etag) throws IOException {
        Path name = snapshot(commit).resolve(path);
        Path folder = snapshot(commit).resolve(path.substring(0, path.lastIndexOf('/') + 1));
        Files.createDirectories(folder);
        Path content = folder.relativize(blob(etag));
        Path link = name.resolveSibling(name.getFileName() + "."
                + ProcessHandle.current().pid() + "." + Thread.currentThread().getId() + ".link");
        Files.deleteIfExists(link);
        try {
            Files.createSymbolicLink(link, content);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(blob(etag), link, StandardCopyOption.REPLACE_EXISTING);
        }
        replace(link, name);
    }

    private static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException | FileAlreadyExistsException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The commits that are here. */
    List<String> commits() throws IOException {
        return names(directory.resolve("snapshots"));
    }

    /** Paths of the files of a commit. */
    List<String> files(String commit) throws IOException {
        Path snapshot = snapshot(commit);
        try (Stream<Path> below = Files.walk(snapshot)) {
            return below.filter(Files::isRegularFile)
                    .map(file -> snapshot.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
