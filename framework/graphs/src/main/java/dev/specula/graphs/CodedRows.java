package dev.specula.graphs;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** The rows of a matrix as codes that can be multiplied as they are. */
interface CodedRows {
    CodeLayout layout();

    /**
     * Writes {@code count} rows from {@code first} on, each block after the other.
     *
     * @param codes the low code of a byte first
     * @param scales one for each block
     * @param offsets one for each block; nothing is written where the layout has none
     */
    void write(int first, int count, ByteBuffer codes, FloatBuffer scales, FloatBuffer offsets);
}
