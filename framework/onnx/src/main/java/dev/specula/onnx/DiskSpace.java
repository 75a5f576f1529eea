package dev.specula.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room on a disk, asked for before files are written through maps of them: a map meets a full disk with an {@link InternalError}. */
public final class DiskSpace {
    private DiskSpace() {}

    /**
     * Checks that {@code bytes} can be written to {@code directory}.
     *
     * @throws UncheckedIOException naming both numbers, if they cannot
     */
    public static void require(Path directory, long bytes) {
        try {
            long free = Files.getFileStore(directory).getUsableSpace();
            if (free < bytes) {
                throw new IOException(
                        "graphs need " + bytes + " bytes in " + directory + ", but there are " + free + "; make room.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
