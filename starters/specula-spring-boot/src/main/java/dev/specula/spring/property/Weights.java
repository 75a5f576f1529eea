package dev.specula.spring.property;

/** Format of a target's weights in memory. */
public enum Weights {
    /** 32-bit floats: exact, and the largest. */
    F32,
    /** 8-bit integers with a scale for each row: a pass over several tokens costs little more than over one. */
    RI8,
    /** 4-bit integers in blocks: the smallest. */
    INT4,
    /** As the file has them: quantised blocks of a GGUF file keep their codes. */
    STORED
}
