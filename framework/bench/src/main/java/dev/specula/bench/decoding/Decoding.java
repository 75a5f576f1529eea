package dev.specula.bench.decoding;

/** A way to say an answer. */
public enum Decoding {
    /** The target alone, one row a pass: the fastest, and what a speed-up is over. */
    PLAIN,
    /** The target alone, two rows a pass: what speculative tokens are compared with. */
    REFERENCE,
    /** The reference with a free guess in its second row: what a pipeline does as long as drafting does not pay. */
    GUESSED,
    /** As the pipeline does it. */
    SPECULATIVE
}
