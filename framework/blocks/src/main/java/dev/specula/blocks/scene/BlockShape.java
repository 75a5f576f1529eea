package dev.specula.blocks.scene;

/** The outline of a block: eight that stay apart when small and at any rotation. */
public enum BlockShape {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    STAR,
    CROSS,
    RING,
    BAR,
    CRESCENT
}
