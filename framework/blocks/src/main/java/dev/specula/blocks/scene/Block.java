package dev.specula.blocks.scene;

import java.awt.Color;

/**
 * One block as it lies in a picture.
 *
 * @param x centre, pixels from the left of a 96 x 96 picture
 * @param y centre, pixels from the top
 * @param radius reach from the centre, pixels
 * @param turn rotation in radians
 * @param paint the colour as drawn: {@code colour} slightly shifted
 * @param visible share of the outline's area (0 to 1) that lies in the picture and under no later block
 */
public record Block(
        BlockShape shape,
        BlockColour colour,
        BlockSize size,
        Region region,
        double x,
        double y,
        double radius,
        double turn,
        Color paint,
        double visible) {

    /** The least visible share at which an answer is held to account for a block. */
    public static final double CLEARLY_VISIBLE = 0.6;

    /** Whether enough of this block is seen to be sure of its attributes. */
    public boolean clearlyVisible() {
        return visible >= CLEARLY_VISIBLE;
    }

    Block at(double across, double down) {
        return new Block(shape, colour, size, region, across, down, radius, turn, paint, visible);
    }

    Block withVisible(double share) {
        return new Block(shape, colour, size, region, x, y, radius, turn, paint, share);
    }
}
