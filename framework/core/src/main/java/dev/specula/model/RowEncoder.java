package dev.specula.model;

import java.nio.FloatBuffer;

/**
 * Makes rows that stand for columns of a prompt: of a picture, of a sound, or of the rows of another model. Thread-safe.
 */
public interface RowEncoder {
    /** Shape of the input, row-major, without a batch. */
    int[] inputShape();

    /** Rows that an input gives. */
    int rows();

    /** Numbers in a row. */
    int width();

    /** The rows of {@code input}, {@code (rows, width)}, in a fresh buffer. */
    FloatBuffer encode(FloatBuffer input);
}
