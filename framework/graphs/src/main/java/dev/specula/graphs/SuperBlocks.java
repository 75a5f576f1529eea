package dev.specula.graphs;

import java.nio.ByteBuffer;

/**
 * Blocks of 256 values in groups of 16 or 32, each group with a short scale of its own, and in some a short least value, both
 * multiples of the block's.
 */
final class SuperBlocks {
    private static final int GROUPS = 8;
    private static final int GROUP = 32;

    private SuperBlocks() {}

    /** Q2_K: scales[16], low nibble scale, high nibble least; qs[64]; h d; h dmin. */
    static void twoBits(ByteBuffer in, int at, float[] to, int place) {
        float scale = Half.value(in.getShort(at + 80));
        float least = Half.value(in.getShort(at + 82));
        for (int x = 0; x < 256; x++) {
            int group = in.get(at + x / 16);
            int code = twoBitCode(in, at + 16, x);
            to[place + x] = scale * Bits.of(group, 0, 4) * code - least * Bits.of(group, 4, 4);
        }
    }

    /** The two low bits of value {@code x} of Q2_K and Q3_K: values 32 apart share a byte. */
    static int twoBitCode(ByteBuffer in, int codesAt, int x) {
        return Bits.of(in.get(codesAt + 32 * (x / 128) + x % 32), 2 * (x / 32 % 4), 2);
    }

    /** Q3_K: third bits[32]; qs[64]; scales[12]; h d. A third bit that is set adds 4 to a code that starts at -4. */
    static void threeBits(ByteBuffer in, int at, float[] to, int place) {
        float scale = Half.value(in.getShort(at + 108));
        for (int x = 0; x < 256; x++) {
            to[place + x] = scale * (threeBitScale(in, at + 96, x / 16) - 32) * threeBitCode(in, at, x);
        }
    }

    /** The code of value {@code x} of a block of Q3_K, from -4 to 3. */
    static int threeBitCode(ByteBuffer in, int at, int x) {
        return twoBitCode(in, at + 32, x) + 4 * Bits.of(in.get(at + x % 32), x / 32, 1) - 4;
    }

    /** The six-bit scale of a group of 16: low four bits in the first eight bytes, high two in the last four. */
    static int threeBitScale(ByteBuffer in, int scalesAt, int group) {
        int low = Bits.of(in.get(scalesAt + group % 8), 4 * (group / 8), 4);
        int high = Bits.of(in.get(scalesAt + 8 + group % 4), 2 * (group / 4), 2);
        return low | (high << 4);
    }

    /** Q4_K: h d; h dmin; scales[12]; qs[128]. Two groups share 32 bytes: the low nibbles, then the high ones. */
    static void fourBits(ByteBuffer in, int at, float[] to, int place) {
        float scale = Half.value(in.getShort(at));
        float least = Half.value(in.getShort(at + 2));
        for (int group = 0; group < GROUPS; group++) {
            float groupScale = scale * scaleOf(in, at + 4, group);
            float groupLeast = least * leastOf(in, at + 4, group);
            for (int l = 0; l < GROUP; l++) {
                to[place + GROUP * group + l] = groupScale * fourBitCode(in, at, group, l) - groupLeast;
            }
        }
    }

    /** The code of value {@code l} of a group of Q4_K. */
    static int fourBitCode(ByteBuffer in, int at, int group, int l) {
        return Bits.of(in.get(at + 16 + GROUP * (group / 2) + l), 4 * (group % 2), 4);
    }

    /** Q5_K: h d; h dmin; scales[12]; fifth bits[32]; qs[128]. */
    static void fiveBits(ByteBuffer in, int at, float[] to, int place) {
        float scale = Half.value(in.getShort(at));
        float least = Half.value(in.getShort(at + 2));
        for (int group = 0; group < GROUPS; group++) {
            float groupScale = scale * scaleOf(in, at + 4, group);
            float groupLeast = least * leastOf(in, at + 4, group);
            for (int l = 0; l < GROUP; l++) {
                to[place + GROUP * group + l] = groupScale * fiveBitCode(in, at, group, l) - groupLeast;
            }
        }
    }

    /** The code of value {@code l} of a group of Q5_K. */
    static int fiveBitCode(ByteBuffer in, int at, int group, int l) {
        int low = Bits.of(in.get(at + 48 + GROUP * (group / 2) + l), 4 * (group % 2), 4);
        return low | (Bits.of(in.get(at + 16 + l), group, 1) << 4);
    }

    /** The six-bit scale of a group of Q4_K and Q5_K. */
    static int scaleOf(ByteBuffer in, int scalesAt, int group) {
        return group < 4
                ? Bits.of(in.get(scalesAt + group), 0, 6)
                : Bits.of(in.get(scalesAt + group + 4), 0, 4) | (Bits.of(in.get(scalesAt + group - 4), 6, 2) << 4);
    }

    /** The six-bit least value of a group of Q4_K and Q5_K. */
    static int leastOf(ByteBuffer in, int scalesAt, int group) {
        return group < 4
                ? Bits.of(in.get(scalesAt + group + 4), 0, 6)
                : Bits.of(in.get(scalesAt + group + 4), 4, 4) | (Bits.of(in.get(scalesAt + group), 6, 2) << 4);
    }

    /** Q6_K: low bits[128]; high bits[64]; i8 scales[16]; h d. */
    static void sixBits(ByteBuffer in, int at, float[] to, int place) {
        float scale = Half.value(in.getShort(at + 208));
        for (int x = 0; x < 256; x++) {
            to[place + x] = scale * in.get(at + 192 + x / 16) * sixBitCode(in, at, x);
        }
    }

    /** The code of value {@code x} of a block of Q6_K, from -32 to 31. */
    static int sixBitCode(ByteBuffer in, int at, int x) {
        int half = x / 128;
        int quarter = x / 32 % 4;
        int low = Bits.of(in.get(at + 64 * half + x % 64), 4 * (quarter / 2), 4);
        int high = Bits.of(in.get(at + 128 + 32 * half + x % 32), 2 * quarter, 2);
        return (low | (high << 4)) - 32;
    }

    /** IQ4_XS: h d; u16 high bits of scales; low bits[4]; qs[128], codes into a table. */
    static void fourBitsByTable(ByteBuffer in, int at, float[] to, int place) {
        float scale = Half.value(in.getShort(at));
        for (int group = 0; group < GROUPS; group++) {
            PlainBlocks.byTable(
                    in, at + 8 + 16 * group, scale * (tableScale(in, at, group) - 32), to, place + GROUP * group);
        }
    }

    /** The six-bit scale of a group of IQ4_XS. */
    static int tableScale(ByteBuffer in, int at, int group) {
        int low = Bits.of(in.get(at + 4 + group / 2), 4 * (group % 2), 4);
        return low | (Bits.of(in.getShort(at + 2), 2 * group, 2) << 4);
    }
}
