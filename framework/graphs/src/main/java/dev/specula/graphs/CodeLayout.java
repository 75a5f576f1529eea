package dev.specula.graphs;

/**
 * How the values of a matrix are coded: (code - centre) * scale of its block, plus an offset of its block.
 *
 * @param bits of a code: 4 or 8
 * @param block values with a common scale: 16 or 32, so that rows of a pass stay independent
 * @param hasOffsets whether blocks have offsets; without, they are 0
 */
record CodeLayout(int bits, int block, boolean hasOffsets) {
    /** The code that stands for zero. */
    int centre() {
        return 1 << (bits - 1);
    }

    /** Bytes of the codes of a block. */
    int bytes() {
        return block * bits / 8;
    }

    /** Bytes of {@code weights} numbers in memory: codes and, for each block, a scale, the sum that kernels keep, perhaps an offset. */
    long bytesOf(long weights) {
        long perBlock = (hasOffsets ? 3L : 2L) * Float.BYTES;
        return weights * bits / 8 + weights / block * perBlock;
    }
}
