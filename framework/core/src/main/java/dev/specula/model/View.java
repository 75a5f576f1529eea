package dev.specula.model;

/** What a draft model sees of the prompt; part of its training, never chosen. */
public enum View {
    /** All that the target sees. */
    ALL,
    /** The words of the prompt; columns of other modalities are left out. */
    TEXT_ONLY,
    /** The words, and rows of the target's encoder, pooled and mapped to the draft's width. */
    POOLED
}
