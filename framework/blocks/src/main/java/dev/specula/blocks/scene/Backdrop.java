package dev.specula.blocks.scene;

import java.awt.Color;

/**
 * What lies behind the blocks: a muted gradient, and stripes or dots of a slightly other tone.
 *
 * @param from colour at the gradient's start
 * @param to colour at its end
 * @param angle direction of the gradient and the stripes, radians
 * @param pattern what is drawn over the gradient
 * @param patternTone colour of the pattern
 */
public record Backdrop(Color from, Color to, double angle, Pattern pattern, Color patternTone) {

    /** What is drawn over the gradient. */
    public enum Pattern {
        PLAIN,
        STRIPES,
        DOTS
    }
}
