package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Where a constant of a graph is written: from its start to its end, a piece at a time, or all at once. */
final class ConstantPlace {
    private final String name;
    private final long bytes;
    private final Memory memory;
    private long end;

    /** Memory that holds constants. */
    interface Memory {
        /** {@code count} bytes from {@code start} of the constant on. */
        ByteBuffer bytes(long start, int count);
    }

    /** A place for the constant {@code name} of so many bytes. */
    ConstantPlace(String name, long bytes, Memory memory) {
        this.name = name;
        this.bytes = bytes;
        this.memory = memory;
    }

    /** The next {@code count} bytes, little-endian. */
    ByteBuffer next(int count) {
        ByteBuffer piece = memory.bytes(end, count).order(ByteOrder.LITTLE_ENDIAN);
        end += count;
        return piece;
    }

    /**
     * All bytes, little-endian.
     *
     * @throws ModelLoadException if they are more than a buffer holds
     */
    ByteBuffer whole() {
        if (bytes > Integer.MAX_VALUE) {
            throw new ModelLoadException("A matrix must have fewer than 2^31 bytes, but \"" + name + "\" has " + bytes
                    + "; choose a shorter weight format.");
        }
        return next((int) bytes);
    }
}
