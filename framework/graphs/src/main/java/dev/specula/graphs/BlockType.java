package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.nio.ByteBuffer;

/**
 * What the values of a GGUF tensor are stored as: numbers, or blocks of short codes with common scales. Layouts of blocks are
 * those of ggml; what is read is, bit for bit, what its reference implementation computes in 32-bit floats.
 */
enum BlockType {
    F32(0, 1, 4),
    F16(1, 1, 2),
    Q4_0(2, 32, 18),
    Q4_1(3, 32, 20),
    Q5_0(6, 32, 22),
    Q5_1(7, 32, 24),
    Q8_0(8, 32, 34),
    Q2_K(10, 256, 84),
    Q3_K(11, 256, 110),
    Q4_K(12, 256, 144),
    Q5_K(13, 256, 176),
    Q6_K(14, 256, 210),
    IQ4_NL(20, 32, 18),
    IQ4_XS(23, 256, 136),
    I8(24, 1, 1),
    I16(25, 1, 2),
    I32(26, 1, 4),
    I64(27, 1, 8),
    F64(28, 1, 8),
    BF16(30, 1, 2);

    /** Values in a block. */
    final int values;

    /** Bytes of a block. */
    final int bytes;

    private final int code;

    BlockType(int code, int values, int bytes) {
        this.code = code;
        this.values = values;
        this.bytes = bytes;
    }

    static BlockType of(int code, String tensor) {
        for (BlockType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new ModelLoadException("Tensor \"" + tensor + "\" is stored as ggml type "
                + Integer.toUnsignedString(code)
                + ", which is not read; convert the model to one of Q4_0, Q4_K_M, Q6_K, Q8_0 or F16, for example.");
    }

    /**
     * Reads blocks.
     *
     * @param first index of the first block
     * @param to receives count * values numbers from {@code place} on
     */
    void read(ByteBuffer blocks, int first, int count, float[] to, int place) {
        for (int i = 0; i < count; i++) {
            decode(blocks, (first + i) * bytes, to, place + i * values);
        }
    }

    private void decode(ByteBuffer in, int at, float[] to, int place) {
        switch (this) {
            case F32 -> to[place] = in.getFloat(at);
            case F16 -> to[place] = Half.value(in.getShort(at));
            case BF16 -> to[place] = Half.brain(in.getShort(at));
            case F64 -> to[place] = (float) in.getDouble(at);
            case Q4_0 -> PlainBlocks.fourBits(in, at, to, place);
            case Q4_1 -> PlainBlocks.fourBitsAndLeast(in, at, to, place);
            case Q5_0 -> PlainBlocks.fiveBits(in, at, to, place);
            case Q5_1 -> PlainBlocks.fiveBitsAndLeast(in, at, to, place);
            case Q8_0 -> PlainBlocks.eightBits(in, at, to, place);
            case IQ4_NL -> PlainBlocks.fourBitsByTable(in, at, to, place);
            case Q2_K -> SuperBlocks.twoBits(in, at, to, place);
            case Q3_K -> SuperBlocks.threeBits(in, at, to, place);
            case Q4_K -> SuperBlocks.fourBits(in, at, to, place);
            case Q5_K -> SuperBlocks.fiveBits(in, at, to, place);
            case Q6_K -> SuperBlocks.sixBits(in, at, to, place);
            case IQ4_XS -> SuperBlocks.fourBitsByTable(in, at, to, place);
            case I8, I16, I32, I64 ->
                throw new ModelLoadException(
                        "Weights must be stored as floats or blocks, but are of type " + this + ".");
        }
    }
}
