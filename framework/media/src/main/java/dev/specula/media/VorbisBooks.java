package dev.specula.media;

/**
 * The codebooks at the start of the third packet of a Vorbis stream, gone through without building them: decoders allocate what
 * their heads claim, up to some gigabytes for a packet of a few bytes.
 */
final class VorbisBooks {
    private static final int HEAD = 7; // bytes: a kind, "vorbis"
    private static final int SYNC = 0x564342;
    private static final int MOST_DIMENSIONS = 31; // of vectors whose numbers are counted by a root of the entries
    private static final long MOST_NUMBERS = 1 << 22; // in the vectors of all books; encoders make some 100,000

    private final byte[] bytes;
    private final int end; // in bits
    private int at; // in bits

    private VorbisBooks(byte[] bytes, int start, int length) {
        this.bytes = bytes;
        this.at = 8 * (start + HEAD);
        this.end = 8 * (start + length);
    }

    /** Whether the books of the packet in {@code bytes} are as the format has them, and no larger than encoders make them. */
    static boolean areSound(byte[] bytes, int start, int length) {
        return length > HEAD
                && length < Integer.MAX_VALUE / 8 - start
                && new VorbisBooks(bytes, start, length).areSound();
    }

    private boolean areSound() {
        long count = bits(8) + 1;
        long numbers = 0;
        for (long book = 0; book < count; book++) {
            if (bits(24) != SYNC) {
                return false;
            }
            long dimensions = bits(16);
            long entries = bits(24);
            numbers += dimensions * entries;
            if (dimensions < 1 || entries < 1 || numbers > MOST_NUMBERS) {
                return false;
            }
            if (!skipLengths(entries) || !skipVectors(dimensions, entries)) {
                return false;
            }
        }
        return true;
    }

    /** Skips the lengths of the codes: in runs, or one by one. */
    private boolean skipLengths(long entries) {
        boolean inRuns = bits(1) == 1;
        if (inRuns) {
            bits(5);
            long entry = 0;
            for (int length = 0; length < 32 && entry < entries && at < end; length++) {
                entry += bits(64 - Long.numberOfLeadingZeros(entries - entry));
            }
            return entry == entries;
        }
        boolean hasGaps = bits(1) == 1;
        for (long entry = 0; entry < entries && at < end; entry++) {
            if (!hasGaps || bits(1) == 1) {
                bits(5);
            }
        }
        return at <= end;
    }

    private boolean skipVectors(long dimensions, long entries) {
        int kind = (int) bits(4);
        if (kind == 0) {
            return at <= end;
        }
        if (kind > 2 || (kind == 1 && dimensions > MOST_DIMENSIONS)) {
            return false;
        }
        at += 64; // the least value and the step
        long width = bits(4) + 1;
        at += 1;
        long values = kind == 1 ? root(entries, dimensions) : entries * dimensions;
        if (values * width > end - at) {
            return false;
        }
        at += (int) (values * width);
        return true;
    }

    /** The largest number whose power is at most {@code entries}. */
    private static long root(long entries, long power) {
        long root = 1;
        while (Math.pow(root + 1, power) <= entries) {
            root++;
        }
        return root;
    }

    /** The next bits, the lowest first; noughts where there are none. */
    private long bits(int count) {
        long value = 0;
        for (int i = 0; i < count; i++, at++) {
            if (at < end) {
                value |= (long) (bytes[at / 8] >> (at % 8) & 1) << i;
            }
        }
        return value;
    }
}
