package dev.specula.media;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/**
 * A FLAC file without its length, and without what stands between its stream information and its frames: pictures, tags, tables.
 * Decoders allocate what the lengths in those claim.
 */
final class HeadlessFlac {
    private static final int MAGIC = 4; // bytes
    private static final int BLOCK_HEAD = 4;
    private static final int STREAM_INFORMATION = 34;
    private static final int LENGTH = MAGIC + BLOCK_HEAD + 13; // where 36 bits tell it
    private static final int LAST = 0x80; // of the blocks
    private static final int KIND = 0x7F;

    private HeadlessFlac() {}

    /** The file in {@code in}, which starts with its magic number. */
    static InputStream of(InputStream in) throws IOException {
        byte[] head = need(in, MAGIC + BLOCK_HEAD + STREAM_INFORMATION);
        int first = head[MAGIC] & 0xFF;
        if ((first & KIND) != 0 || length(head, MAGIC) != STREAM_INFORMATION) {
            throw new IOException("a FLAC file must start with its stream information, but does not.");
        }
        boolean last = (first & LAST) != 0;
        while (!last) {
            byte[] block = need(in, BLOCK_HEAD);
            last = (block[0] & LAST) != 0;
            in.skipNBytes(length(block, 0));
        }
        head[MAGIC] = (byte) LAST;
        forgetLength(head);
        return new SequenceInputStream(new ByteArrayInputStream(head), in);
    }

    /** Tells no number of samples: behind that many the decoder stands still before a frame, for ever. */
    private static void forgetLength(byte[] head) {
        head[LENGTH] &= (byte) 0xF0; // the upper bits belong to the width of a sample
        Arrays.fill(head, LENGTH + 1, LENGTH + 5, (byte) 0);
    }

    /** The 24 bits after the kind of the block whose head starts at {@code at}. */
    private static int length(byte[] bytes, int at) {
        return (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF);
    }

    private static byte[] need(InputStream in, int count) throws IOException {
        byte[] read = in.readNBytes(count);
        if (read.length < count) {
            throw new EOFException("a FLAC file must hold sound, but ends in its head.");
        }
        return read;
    }
}
