package dev.specula.model;

import java.nio.FloatBuffer;

/**
 * Makes values of codes: what tokens of a modality that is not text stand for. A code is the number of a row of the codebook;
 * which token says it is up to the vocabulary. Thread-safe.
 */
public interface CodeDecoder {
    /** Number of codes. */
    int codes();

    /** Shape of the codes of one output, row-major: {@code (rows, columns)} of a picture. */
    int[] codeShape();

    /** Shape of the values: {@code (3, height, width)} of a picture. */
    int[] outputShape();

    /** The values of {@code codes}, as many as the shape holds, in a fresh direct buffer; a picture is black at -1, white at 1. */
    FloatBuffer decode(int[] codes);

    /** Numbers in a row of the codebook. */
    int codeWidth();

    /** The codebook, {@code (codes, codeWidth)}, read-only: codes with near rows stand for similar values. */
    FloatBuffer codebook();
}
