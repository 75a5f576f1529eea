package dev.specula.hub;

import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;

/** Fetches one content into the cache: goes on where an earlier attempt broke off, and lets nothing in that is not checked. */
final class HubDownload {
    private static final int PIECE = 1 << 16;

    private final HubClient client;
    private final HubCache cache;
    private final Consumer<Duration> sleeper;
    private final TransferListener listener;

    HubDownload(HubClient client, HubCache cache, Consumer<Duration> sleeper, TransferListener listener) {
        this.client = client;
        this.cache = cache;
        this.sleeper = sleeper;
        this.listener = listener;
    }

    /** Makes sure that the content is here. */
    void fetch(HubLocation location, String commit, RemoteFile file) {
        try {
            HubLock.hold(cache.lock(file.etag()), () -> {
                Path blob = cache.blob(file.etag());
                if (!Files.isRegularFile(blob) || Files.size(blob) != file.size()) {
                    Files.createDirectories(cache.blobs());
                    download(location, commit, file, blob);
                }
            });
            listener.transferred(file.path(), file.size(), file.size());
        } catch (IOException e) {
            throw new ModelLoadException(
                    "Could not fetch " + file.path() + " of " + location + " (" + e + "); what has arrived is kept, try"
                            + " again.",
                    e);
        }
    }

    private void download(HubLocation location, String commit, RemoteFile file, Path blob) throws IOException {
        Path part = blob.resolveSibling(blob.getFileName() + HubCache.INCOMPLETE);
        checkSpace(part, file);
        boolean resumed = Files.exists(part) && Files.size(part) > 0;
        if (resumed && Files.size(part) > file.size()) {
            Files.delete(part);
            resumed = false;
        }
        transfer(location, commit, file, part);
        if (!Checksum.holds(part, file.etag())) {
            Files.delete(part);
            if (!resumed) {
                throw new ModelLoadException(file.path() + " of " + location + " must have the checksum " + file.etag()
                        + " that the hub states, but what was sent has another; it was thrown away. Try again, or look"
                        + " what stands between this machine and the hub.");
            }
            download(location, commit, file, blob); // what an earlier attempt had left was damaged
            return;
        }
        Files.move(part, blob, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Fetches until the file is as long as it should be. */
    private void transfer(HubLocation location, String commit, RemoteFile file, Path part) throws IOException {
        int fruitless = 0;
        long furthest = 0;
        while (true) {
            long before = Files.exists(part) ? Files.size(part) : 0;
            if (before == file.size() && Files.exists(part)) {
                return;
            }
            String failure;
            try (HubResponse response = client.open(location, commit, file.path(), before)) {
                failure = append(response, file, part, before);
            } catch (IOException e) {
                failure = String.valueOf(e);
            }
            long after = Files.exists(part) ? Files.size(part) : 0;
            if (after == file.size() && Files.exists(part)) {
                return;
            }
            fruitless = after > furthest ? 0 : fruitless + 1;
            furthest = Math.max(after, furthest);
            if (fruitless == Pauses.MOST_ATTEMPTS) {
                throw new IOException(file.path() + " must be " + file.size() + " bytes long, but the hub stopped at "
                        + after + ": " + failure);
            }
            sleeper.accept(Pauses.after(fruitless));
        }
    }

    /** Appends what the response holds; starts again where the server does not go on from {@code before}. */
    private String append(HubResponse response, RemoteFile file, Path part, long before) throws IOException {
        boolean goesOn =
                response.status() == 206 && response.header("Content-Range").startsWith("bytes " + before + "-");
        if (!goesOn && (response.status() != 200 || before > 0)) {
            Files.deleteIfExists(part);
        }
        if (response.status() != 200 && !goesOn) {
            return "status " + response.status();
        }
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            copy(response.body(), out, file);
        }
        return "the connection was closed";
    }

    private void copy(InputStream in, FileChannel out, RemoteFile file) throws IOException {
        byte[] piece = new byte[PIECE];
        long written = out.size();
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            if (written + read > file.size()) {
                out.truncate(0);
                throw new IOException("the server sent more than the " + file.size() + " bytes it had stated");
            }
            ByteBuffer bytes = ByteBuffer.wrap(piece, 0, read);
            while (bytes.hasRemaining()) {
                written += out.write(bytes);
            }
            listener.transferred(file.path(), Math.min(written, Math.max(0, file.size() - 1)), file.size());
        }
    }

    private void checkSpace(Path part, RemoteFile file) throws IOException {
        long missing = file.size() - (Files.exists(part) ? Files.size(part) : 0);
        long space = Files.getFileStore(cache.blobs()).getUsableSpace();
        if (missing > space) {
            throw new ModelLoadException(file.path() + " needs " + missing + " more bytes in " + cache.blobs()
                    + ", but there are " + space + "; make room, or set HF_HOME to another disk.");
        }
    }
}
