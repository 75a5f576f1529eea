package dev.specula.bench.decoding;

/** A way to say an answer. */
public enum Way {
    /** The target alone, one row a pass: the fastest, and what a speed-up is over. */
    PLAIN,
    /** The target alone, in passes whose bits do not depend on how rows are cut: what speculative tokens are compared with. */
    REFERENCE,
    /** The reference with a guess in a second row while that pays: what a pipeline does as long as drafting does not. */
    GUESSED,
    /** As the pipeline does it. */
    SPECULATIVE
}
