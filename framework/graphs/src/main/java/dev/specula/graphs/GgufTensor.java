package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.util.Arrays;
import java.util.List;

/**
 * What a GGUF header says about a tensor.
 *
 * @param shape row-major: the slowest dimension first, unlike in the file
 * @param begin first byte, counted from where the data starts
 * @param bytes number of bytes
 */
record GgufTensor(String name, BlockType type, List<Integer> shape, long elements, long begin, long bytes) {
    GgufTensor {
        shape = List.copyOf(shape);
    }

    /** Bytes of a tensor's entry, at least: a length, a number of dimensions, a type, an offset. */
    static final int LEAST_BYTES = 24;

    private static final int MOST_DIMENSIONS = 4;

    static GgufTensor read(GgufCursor in) {
        String name = in.text("the name of a tensor");
        int dimensions = in.int32("the dimensions of \"" + name + "\"");
        if (dimensions < 0 || dimensions > MOST_DIMENSIONS) {
            throw new ModelLoadException("Tensor \"" + name + "\" must have at most " + MOST_DIMENSIONS
                    + " dimensions, but has " + Integer.toUnsignedString(dimensions) + ".");
        }
        int[] shape = new int[dimensions];
        long elements = 1;
        for (int i = dimensions - 1; i >= 0; i--) {
            shape[i] = size(name, in.int64("the shape of \"" + name + "\""));
            elements = Math.multiplyHigh(elements, shape[i]) == 0 ? elements * shape[i] : -1;
            if (elements < 0) {
                throw new ModelLoadException(
                        "Tensor \"" + name + "\" has more elements than 63 bits can count: its shape is damaged.");
            }
        }
        BlockType type = BlockType.of(in.int32("the type of \"" + name + "\""), name);
        int row = dimensions == 0 ? 1 : shape[dimensions - 1];
        if (row % type.values != 0) {
            throw new ModelLoadException("Rows of tensor \"" + name + "\" must be a multiple of the " + type.values
                    + " values in a block of " + type + ", but are " + row + " long: its shape is "
                    + Arrays.toString(shape) + ".");
        }
        long begin = in.int64("the place of \"" + name + "\"");
        return new GgufTensor(
                name,
                type,
                Arrays.stream(shape).boxed().toList(),
                elements,
                begin,
                bytes(name, elements / type.values, type.bytes));
    }

    private static int size(String name, long size) {
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw new ModelLoadException("Tensor \"" + name + "\" must have sizes from 1 to " + Integer.MAX_VALUE
                    + ", but has one of " + Long.toUnsignedString(size) + ".");
        }
        return (int) size;
    }

    private static long bytes(String name, long blocks, int bytes) {
        if (blocks > Long.MAX_VALUE / bytes) {
            throw new ModelLoadException(
                    "Tensor \"" + name + "\" has more bytes than 63 bits can count: its shape is damaged.");
        }
        return blocks * bytes;
    }
}
