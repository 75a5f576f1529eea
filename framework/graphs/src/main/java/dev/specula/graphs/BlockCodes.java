package dev.specula.graphs;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The codes of one stored block, taken out without turning them into numbers. Used again for the next block; not thread-safe.
 *
 * <p>Where a kind has least values, the offset is what the centre of the codes stands for.
 */
final class BlockCodes {
    private static final int CENTRE_OF_BYTES = 128;
    private static final int CENTRE_OF_NIBBLES = 8;

    final int[] codes = new int[256];
    final float[] scales = new float[16];
    final float[] offsets = new float[16];

    /** How blocks of a type are taken out; null if they cannot be multiplied as they are. */
    static @Nullable CodeLayout layout(BlockType type) {
        return switch (type) {
            case Q4_0 -> new CodeLayout(4, 32, false);
            case Q4_1, Q4_K -> new CodeLayout(4, 32, true);
            case Q2_K -> new CodeLayout(4, 16, true);
            case Q3_K -> new CodeLayout(4, 16, false);
            case Q5_0, Q8_0, IQ4_NL, IQ4_XS -> new CodeLayout(8, 32, false);
            case Q5_1, Q5_K -> new CodeLayout(8, 32, true);
            case Q6_K -> new CodeLayout(8, 16, false);
            default -> null;
        };
    }

    /** Takes out the block at byte {@code at}. */
    void read(BlockType type, ByteBuffer in, int at) {
        switch (type) {
            case Q4_0 -> plain(in, at, at + 2, CENTRE_OF_NIBBLES, false);
            case Q4_1 -> plain(in, at, at + 4, CENTRE_OF_NIBBLES, true);
            case Q5_0 -> fiveBits(in, at, at + 2, false);
            case Q5_1 -> fiveBits(in, at, at + 4, true);
            case Q8_0 -> eightBits(in, at);
            case IQ4_NL -> byTable(in, at + 2, 0, Half.value(in.getShort(at)), 0);
            case IQ4_XS -> groupsByTable(in, at);
            case Q2_K -> twoBits(in, at);
            case Q3_K -> threeBits(in, at);
            case Q4_K -> groups(in, at, CENTRE_OF_NIBBLES, false);
            case Q5_K -> groups(in, at, 16, true);
            case Q6_K -> sixBits(in, at);
            default -> throw new IllegalArgumentException(type + " has no codes that can be multiplied");
        }
    }

    private void plain(ByteBuffer in, int at, int codesAt, int centre, boolean hasLeast) {
        scale(in, at, centre, hasLeast);
        for (int j = 0; j < 16; j++) {
            codes[j] = Bits.of(in.get(codesAt + j), 0, 4);
            codes[j + 16] = Bits.of(in.get(codesAt + j), 4, 4);
        }
    }

    private void fiveBits(ByteBuffer in, int at, int fifthAt, boolean hasLeast) {
        scale(in, at, 16, hasLeast);
        int fifth = in.getInt(fifthAt);
        for (int j = 0; j < 16; j++) {
            int pair = in.get(fifthAt + 4 + j);
            codes[j] = PlainBlocks.fiveBits(Bits.of(pair, 0, 4), fifth, j) - 16 + CENTRE_OF_BYTES;
            codes[j + 16] = PlainBlocks.fiveBits(Bits.of(pair, 4, 4), fifth, j + 16) - 16 + CENTRE_OF_BYTES;
        }
    }

    private void scale(ByteBuffer in, int at, int centre, boolean hasLeast) {
        scales[0] = Half.value(in.getShort(at));
        offsets[0] = hasLeast ? centre * scales[0] + Half.value(in.getShort(at + 2)) : 0;
    }

    private void eightBits(ByteBuffer in, int at) {
        scales[0] = Half.value(in.getShort(at));
        for (int j = 0; j < 32; j++) {
            codes[j] = in.get(at + 2 + j) + CENTRE_OF_BYTES;
        }
    }

    private void byTable(ByteBuffer in, int codesAt, int group, float scale, int place) {
        scales[group] = scale;
        for (int j = 0; j < 16; j++) {
            codes[place + j] = PlainBlocks.TABLE[Bits.of(in.get(codesAt + j), 0, 4)] + CENTRE_OF_BYTES;
            codes[place + j + 16] = PlainBlocks.TABLE[Bits.of(in.get(codesAt + j), 4, 4)] + CENTRE_OF_BYTES;
        }
    }

    private void groupsByTable(ByteBuffer in, int at) {
        float scale = Half.value(in.getShort(at));
        for (int group = 0; group < 8; group++) {
            float groupScale = scale * (SuperBlocks.tableScale(in, at, group) - 32);
            byTable(in, at + 8 + 16 * group, group, groupScale, 32 * group);
        }
    }

    private void twoBits(ByteBuffer in, int at) {
        float scale = Half.value(in.getShort(at + 80));
        float least = Half.value(in.getShort(at + 82));
        for (int group = 0; group < 16; group++) {
            scales[group] = scale * Bits.of(in.get(at + group), 0, 4);
            offsets[group] = CENTRE_OF_NIBBLES * scales[group] - least * Bits.of(in.get(at + group), 4, 4);
        }
        for (int x = 0; x < 256; x++) {
            codes[x] = SuperBlocks.twoBitCode(in, at + 16, x);
        }
    }

    private void threeBits(ByteBuffer in, int at) {
        float scale = Half.value(in.getShort(at + 108));
        for (int group = 0; group < 16; group++) {
            scales[group] = scale * (SuperBlocks.threeBitScale(in, at + 96, group) - 32);
        }
        for (int x = 0; x < 256; x++) {
            codes[x] = SuperBlocks.threeBitCode(in, at, x) + CENTRE_OF_NIBBLES;
        }
    }

    private void groups(ByteBuffer in, int at, int centre, boolean five) {
        float scale = Half.value(in.getShort(at));
        float least = Half.value(in.getShort(at + 2));
        for (int group = 0; group < 8; group++) {
            scales[group] = scale * SuperBlocks.scaleOf(in, at + 4, group);
            offsets[group] = centre * scales[group] - least * SuperBlocks.leastOf(in, at + 4, group);
            for (int l = 0; l < 32; l++) {
                codes[32 * group + l] = five
                        ? SuperBlocks.fiveBitCode(in, at, group, l) - 16 + CENTRE_OF_BYTES
                        : SuperBlocks.fourBitCode(in, at, group, l);
            }
        }
    }

    private void sixBits(ByteBuffer in, int at) {
        float scale = Half.value(in.getShort(at + 208));
        for (int group = 0; group < 16; group++) {
            scales[group] = scale * in.get(at + 192 + group);
        }
        for (int x = 0; x < 256; x++) {
            codes[x] = SuperBlocks.sixBitCode(in, at, x) + CENTRE_OF_BYTES;
        }
    }
}
