package dev.specula.blocks.scene;

/** How far a block reaches from its centre, in pixels of a 96 x 96 picture. Gaps between the ranges leave no doubt. */
public enum BlockSize {
    SMALL(6.0, 6.8),
    MEDIUM(9.6, 10.8),
    LARGE(14.8, 16.4);

    private final double least;
    private final double most;

    BlockSize(double least, double most) {
        this.least = least;
        this.most = most;
    }

    /** The radius at {@code share} (0 to 1) of this size's range. */
    double radius(double share) {
        return least + share * (most - least);
    }
}
