package dev.specula.training.data;

import java.awt.image.BufferedImage;

/** Pictures as numbers: channel after channel, each scaled to -1..1. */
final class Pixels {

    private Pixels() {}

    /** How many numbers {@code side * side} pixels are. */
    static int numbers(int side) {
        return 3 * side * side;
    }

    static void write(BufferedImage picture, float[] pixels, int offset) {
        int side = picture.getWidth();
        int[] rgb = picture.getRGB(0, 0, side, side, null, 0, side);
        for (int index = 0; index < rgb.length; index++) {
            pixels[offset + index] = scaled(rgb[index] >> 16 & 255);
            pixels[offset + rgb.length + index] = scaled(rgb[index] >> 8 & 255);
            pixels[offset + 2 * rgb.length + index] = scaled(rgb[index] & 255);
        }
    }

    private static float scaled(int channel) {
        return (channel / 255f - 0.5f) / 0.5f;
    }
}
