package dev.specula;

/** A kind of content that a model reads or writes. */
public enum Modality {
    /** A still picture. */
    IMAGE,
    /** A sequence of pictures in time. */
    VIDEO,
    /** Recorded or synthesised sound. */
    AUDIO,
    /** A surface or cloud in space. */
    POINTS,
    /** Motions of a robot. */
    ACTION,
    /** Written language, as tokens of a vocabulary. */
    TEXT
}
