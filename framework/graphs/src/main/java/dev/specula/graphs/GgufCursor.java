package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads the header of a GGUF file from front to back. Nothing is allocated for a number that the header claims before it is
 * known that the file has as many bytes.
 */
final class GgufCursor {
    private final String file;
    private final ByteBuffer bytes;

    /** Starts at the first byte of {@code bytes}, little-endian. */
    GgufCursor(String file, ByteBuffer bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    int position() {
        return bytes.position();
    }

    byte int8(String what) {
        require(1, what);
        return bytes.get();
    }

    short int16(String what) {
        require(Short.BYTES, what);
        return bytes.getShort();
    }

    int int32(String what) {
        require(Integer.BYTES, what);
        return bytes.getInt();
    }

    long int64(String what) {
        require(Long.BYTES, what);
        return bytes.getLong();
    }

    /** A number of things of which each takes at least {@code leastBytes}. */
    int count(String what, int leastBytes) {
        long count = int64("the number of " + what);
        if (count < 0 || count > bytes.remaining() / leastBytes) {
            throw new ModelLoadException(file + " claims " + Long.toUnsignedString(count) + " " + what + ", but only "
                    + bytes.remaining() + " bytes of it are left: the file is cut off or damaged.");
        }
        return (int) count;
    }

    /** A text: its length in bytes, then UTF-8. */
    String text(String what) {
        byte[] text = new byte[count("bytes of " + what, 1)];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    void skipText(String what) {
        skip(count("bytes of " + what, 1), what);
    }

    void skip(long length, String what) {
        require(length, what);
        bytes.position(bytes.position() + (int) length);
    }

    private void require(long length, String what) {
        if (length > bytes.remaining()) {
            throw new ModelLoadException(file + " ends in " + what + " at byte " + bytes.position()
                    + " of its header: the file is cut off or damaged.");
        }
    }
}
