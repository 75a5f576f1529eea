package dev.specula.graphs;

import java.nio.ByteBuffer;

/**
 * Blocks of 32 values with one scale d, and in some the least value m. Two 4-bit codes share a byte: the low one belongs to
 * value j, the high one to value j + 16.
 */
final class PlainBlocks {
    private static final int HALF = 16;

    /** What the 4-bit codes of the tables stand for. */
    static final byte[] TABLE = {-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113};

    private PlainBlocks() {}

    /** Q4_0: h d; qs[16]. */
    static void fourBits(ByteBuffer in, int at, float[] to, int place) {
        float scale = Half.value(in.getShort(at));
        for (int j = 0; j < HALF; j++) {
            int codes = in.get(at + 2 + j);
            to[place + j] = (Bits.of(codes, 0, 4) - 8) * scale;
            to[place + j + HALF] = (Bits.of(codes, 4, 4) - 8) * scale;
        }
    }

    /** Q4_1: h d; h m; qs[16]. */
    static void fourBitsAndLeast(ByteBuffer in, int at, float[] to, int place) {
        float scale = Half.value(in.getShort(at));
        float least = Half.value(in.getShort(at + 2));
        for (int j = 0; j < HALF; j++) {
            int codes = in.get(at + 4 + j);
            to[place + j] = Bits.of(codes, 0, 4) * scale + least;
            to[place + j + HALF] = Bits.of(codes, 4, 4) * scale + least;
        }
    }

    /** Q5_0: h d; u32 fifth bits; qs[16]. */
    static void fiveBits(ByteBuffer in, int at, float[] to, int place) {
        float scale = Half.value(in.getShort(at));
        int fifth = in.getInt(at + 2);
        for (int j = 0; j < HALF; j++) {
            int codes = in.get(at + 6 + j);
            to[place + j] = (fiveBits(Bits.of(codes, 0, 4), fifth, j) - 16) * scale;
            to[place + j + HALF] = (fiveBits(Bits.of(codes, 4, 4), fifth, j + HALF) - 16) * scale;
        }
    }

    /** Q5_1: h d; h m; u32 fifth bits; qs[16]. */
    static void fiveBitsAndLeast(ByteBuffer in, int at, float[] to, int place) {
        float scale = Half.value(in.getShort(at));
        float least = Half.value(in.getShort(at + 2));
        int fifth = in.getInt(at + 4);
        for (int j = 0; j < HALF; j++) {
            int codes = in.get(at + 8 + j);
            to[place + j] = fiveBits(Bits.of(codes, 0, 4), fifth, j) * scale + least;
            to[place + j + HALF] = fiveBits(Bits.of(codes, 4, 4), fifth, j + HALF) * scale + least;
        }
    }

    /** Four bits and the fifth of value {@code j}. */
    static int fiveBits(int low, int fifth, int j) {
        return low | (Bits.of(fifth, j, 1) << 4);
    }

    /** Q8_0: h d; i8 qs[32]. */
    static void eightBits(ByteBuffer in, int at, float[] to, int place) {
        float scale = Half.value(in.getShort(at));
        for (int j = 0; j < 2 * HALF; j++) {
            to[place + j] = in.get(at + 2 + j) * scale;
        }
    }

    /** IQ4_NL: h d; qs[16], codes into {@link #TABLE}. */
    static void fourBitsByTable(ByteBuffer in, int at, float[] to, int place) {
        byTable(in, at + 2, Half.value(in.getShort(at)), to, place);
    }

    static void byTable(ByteBuffer in, int codesAt, float scale, float[] to, int place) {
        for (int j = 0; j < HALF; j++) {
            int codes = in.get(codesAt + j);
            to[place + j] = scale * TABLE[Bits.of(codes, 0, 4)];
            to[place + j + HALF] = scale * TABLE[Bits.of(codes, 4, 4)];
        }
    }
}
