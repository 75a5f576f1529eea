package dev.specula.media;

/**
 * The third packet of a Vorbis stream, which sets up its decoder, gone through as far as decoders allocate what it claims: up to
 * some gigabytes for a packet of a few bytes.
 */
final class VorbisSetup {
    private static final int HEAD = 7; // bytes: a kind, "vorbis"
    private static final int SYNC = 0x564342;
    private static final int MOST_DIMENSIONS = 31; // of vectors whose numbers are counted by a root of the entries
    private static final long MOST_NUMBERS = 1 << 22; // in the vectors of all books; encoders make some 100,000

    private final byte[] bytes;
    private final int end; // in bits
    private int at; // in bits
    private int[] dimensions = new int[0]; // of each book
    private int[] entries = new int[0];

    private VorbisSetup(byte[] bytes, int start, int length) {
        this.bytes = bytes;
        this.at = 8 * (start + HEAD);
        this.end = 8 * (start + length);
    }

    /** Whether books and residues of the packet in {@code bytes} are as the format has them, and no larger than encoders make them. */
    static boolean isSound(byte[] bytes, int start, int length) {
        if (length <= HEAD || length >= Integer.MAX_VALUE / 8 - start) {
            return false;
        }
        VorbisSetup setup = new VorbisSetup(bytes, start, length);
        return setup.hasSoundBooks() && setup.skipTimes() && setup.skipFloors() && setup.hasSoundResidues();
    }

    private boolean skipTimes() {
        skip(16L * (bits(6) + 1));
        return at <= end;
    }

    private boolean skipFloors() {
        for (int left = bits(6) + 1; left > 0 && at < end; left--) {
            int type = bits(16);
            if (type > 1) {
                return false;
            }
            if (type == 0) {
                skip(8 + 16 + 16 + 6 + 8);
                skip(8L * (bits(4) + 1));
            } else {
                skipFloorOfLines();
            }
        }
        return at <= end;
    }

    /** A floor of lines between points: classes of partitions, then the places of all points. */
    private void skipFloorOfLines() {
        int[] classes = new int[bits(5)];
        int most = -1;
        for (int i = 0; i < classes.length; i++) {
            classes[i] = bits(4);
            most = Math.max(most, classes[i]);
        }
        int[] points = new int[most + 1]; // of a partition, by its class
        for (int i = 0; i <= most; i++) {
            points[i] = bits(3) + 1;
            int divisions = bits(2);
            skip((divisions > 0 ? 8 : 0) + (8L << divisions));
        }
        skip(2);
        int width = bits(4);
        for (int each : classes) {
            skip((long) width * points[each]);
        }
    }

    /** A table has a row for each word of classes that a book can say; the format says that it has an entry for each. */
    private boolean hasSoundResidues() {
        for (int left = bits(6) + 1; left > 0 && at < end; left--) {
            skip(16 + 24 + 24 + 24);
            int classes = bits(6) + 1;
            int book = bits(8);
            if (book >= entries.length || Math.pow(classes, dimensions[book]) > entries[book]) {
                return false;
            }
            int books = 0;
            for (int i = 0; i < classes; i++) {
                books += Integer.bitCount(bits(3));
                books += bits(1) == 1 ? Integer.bitCount(bits(5)) : 0;
            }
            skip(8L * books);
        }
        return at <= end;
    }

    private boolean hasSoundBooks() {
        int count = bits(8) + 1;
        long numbers = 0;
        dimensions = new int[count];
        entries = new int[count];
        for (int book = 0; book < count; book++) {
            if (bits(24) != SYNC) {
                return false;
            }
            dimensions[book] = bits(16);
            entries[book] = bits(24);
            numbers += (long) dimensions[book] * entries[book];
            if (dimensions[book] < 1 || entries[book] < 1 || numbers > MOST_NUMBERS) {
                return false;
            }
            if (!skipLengths(entries[book]) || !skipVectors(dimensions[book], entries[book])) {
                return false;
            }
        }
        return true;
    }

    /** Skips the lengths of the codes: in runs, or one by one. */
    private boolean skipLengths(int codes) {
        boolean inRuns = bits(1) == 1;
        if (inRuns) {
            bits(5);
            int entry = 0;
            for (int length = 0; length < 32 && entry < codes && at < end; length++) {
                entry += bits(32 - Integer.numberOfLeadingZeros(codes - entry));
            }
            return entry == codes;
        }
        boolean hasGaps = bits(1) == 1;
        for (int entry = 0; entry < codes && at < end; entry++) {
            if (!hasGaps || bits(1) == 1) {
                bits(5);
            }
        }
        return at <= end;
    }

    private boolean skipVectors(int width, int count) {
        int kind = bits(4);
        if (kind == 0) {
            return at <= end;
        }
        if (kind > 2 || (kind == 1 && width > MOST_DIMENSIONS)) {
            return false;
        }
        skip(64); // the least value and the step
        int bits = bits(4) + 1;
        skip(1);
        long values = kind == 1 ? root(count, width) : (long) count * width;
        skip(values * bits);
        return at <= end;
    }

    /** The largest number whose power is at most {@code most}. */
    private static int root(int most, int power) {
        int root = 1;
        while (Math.pow(root + 1, power) <= most) {
            root++;
        }
        return root;
    }

    private void skip(long bits) {
        at = (int) Math.min(at + bits, end + 1L);
    }

    /** The next bits, the lowest first; noughts where there are none. */
    private int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++, at++) {
            if (at < end) {
                value |= (bytes[at / 8] >> at % 8 & 1) << i;
            }
        }
        return value;
    }
}
