package dev.specula.graphs;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.function.IntUnaryOperator;

/** The rows of a GGUF tensor as codes. */
final class GgufCodes implements CodedRows {
    private final BlockType type;
    private final CodeLayout layout;
    private final ByteBuffer blocks;
    private final int blocksInRow;
    private final IntUnaryOperator storedRow;

    /**
     * Rows of {@code inputs} values.
     *
     * @param blocks of the whole tensor, little-endian
     * @param storedRow where the tensor has a row
     */
    GgufCodes(BlockType type, CodeLayout layout, ByteBuffer blocks, int inputs, IntUnaryOperator storedRow) {
        this.type = type;
        this.layout = layout;
        this.blocks = blocks;
        this.blocksInRow = inputs / type.values;
        this.storedRow = storedRow;
    }

    @Override
    public CodeLayout layout() {
        return layout;
    }

    @Override
    public void write(int first, int count, ByteBuffer codes, FloatBuffer scales, FloatBuffer offsets) {
        BlockCodes block = new BlockCodes();
        for (int row = first; row < first + count; row++) {
            int begin = storedRow.applyAsInt(row) * blocksInRow;
            for (int i = begin; i < begin + blocksInRow; i++) {
                block.read(type, blocks, i * type.bytes);
                pack(block.codes, codes);
                scales.put(block.scales, 0, type.values / layout.block());
                if (layout.hasOffsets()) {
                    offsets.put(block.offsets, 0, type.values / layout.block());
                }
            }
        }
    }

    private void pack(int[] unpacked, ByteBuffer codes) {
        for (int i = 0; i < type.values; i += 8 / layout.bits()) {
            codes.put((byte) (layout.bits() == 8 ? unpacked[i] : unpacked[i] | (unpacked[i + 1] << 4)));
        }
    }
}
