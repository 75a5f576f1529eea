package dev.specula.speech;

/** Whether the model says when each piece of text was spoken. */
public enum Timestamps {
    /** With times, as segments: what sound longer than a window is stitched by. */
    SEGMENTS,
    /** Text alone, window by window: fewer tokens, and words at the edge of a window may be cut. */
    NONE
}
