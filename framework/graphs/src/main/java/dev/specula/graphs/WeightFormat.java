package dev.specula.graphs;

import java.util.Locale;

/**
 * How the matrices of a model are stored and multiplied. Norms, embeddings and the cache of tokens stay 32-bit floats in all of them.
 *
 * <p>A row of a pass does not depend on its neighbours in any of them, which is what exact verification needs.
 */
public enum WeightFormat {
    /** 32-bit floats: the weights as they are. */
    F32,
    /**
     * 8-bit integers, one scale per output; each activation row is rounded to 8 bits with a scale of its own. Where a decoder's norms allow it,
     * its stream is turned so that no number of a row sticks out, and rows that come from norms share a scale. What a decoder
     * attends to in the rows of an encoder is rounded, too. A quarter of the size, and a pass over several rows costs little more than
     * over one: what targets want.
     */
    RI8,
    /** 4-bit integers in blocks of 32 inputs. An eighth of the size in files; fastest for one or two rows: what drafts want. */
    INT4,
    /**
     * As the file has them: quantised blocks keep their codes and are multiplied as they are, numbers become 32-bit floats.
     */
    STORED;

    /** Reads a format as users write it, for example {@code ri8}. */
    public static WeightFormat of(String name) {
        for (WeightFormat format : values()) {
            if (format.name().equalsIgnoreCase(name)) {
                return format;
            }
        }
        throw new IllegalArgumentException(
                "A weight format must be f32, ri8, int4 or stored, but was \"" + name + "\".");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Bytes that {@code weights} numbers in matrices take, about. */
    long bytes(long weights) {
        return switch (this) {
            case F32, STORED -> 4 * weights; // of what is stored, at most
            case RI8 -> weights;
            case INT4 -> BlockMatrices.LAYOUT.bytesOf(weights);
        };
    }

    /** Whether what is multiplied is rounded, so that a number which sticks out of a row costs the others. */
    boolean wantsEvenRows() {
        return this == RI8;
    }

    MemoryAttention memory(DecoderConfig config) {
        return this == RI8 ? new CodedMemory(config) : new FloatMemory(config.sizes());
    }

    Matrices matrices() {
        return switch (this) {
            case F32 -> new FloatMatrices();
            case RI8 -> new RowwiseMatrices();
            case INT4 -> new BlockMatrices();
            case STORED -> new StoredMatrices();
        };
    }
}
