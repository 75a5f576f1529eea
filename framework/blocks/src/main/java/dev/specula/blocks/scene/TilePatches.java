package dev.specula.blocks.scene;

import java.awt.image.BufferedImage;

/**
 * Tiles as the numbers of a denoiser, -1 to 1: patch after patch in reading order, in each pixel after pixel, in each red, green
 * and blue.
 *
 * @param side of a patch in pixels; divides {@link Tile#SIDE}
 */
public record TilePatches(int side) {

    /** Numbers in a tile. */
    public static final int NUMBERS = 3 * Tile.SIDE * Tile.SIDE;

    /** Writes {@code picture} from {@code offset} on. */
    public void write(BufferedImage picture, float[] into, int offset) {
        int[] rgb = picture.getRGB(0, 0, Tile.SIDE, Tile.SIDE, null, 0, Tile.SIDE);
        for (int number = 0; number < NUMBERS; number++) {
            int level = rgb[pixel(number / 3)] >> (16 - 8 * (number % 3)) & 255;
            into[offset + number] = level / 127.5f - 1;
        }
    }

    /** The picture that {@code numbers} say from {@code offset} on; what lies outside of -1 to 1 is held within. */
    public BufferedImage picture(float[] numbers, int offset) {
        BufferedImage picture = new BufferedImage(Tile.SIDE, Tile.SIDE, BufferedImage.TYPE_INT_RGB);
        for (int place = 0; place < Tile.SIDE * Tile.SIDE; place++) {
            int at = offset + 3 * place;
            int pixel = pixel(place);
            picture.setRGB(
                    pixel % Tile.SIDE,
                    pixel / Tile.SIDE,
                    level(numbers[at]) << 16 | level(numbers[at + 1]) << 8 | level(numbers[at + 2]));
        }
        return picture;
    }

    /** The pixel that stands at {@code place} when pixels are told patch by patch. */
    private int pixel(int place) {
        int along = Tile.SIDE / side;
        int inPatch = place % (side * side);
        int patch = place / (side * side);
        int row = patch / along * side + inPatch / side;
        int column = patch % along * side + inPatch % side;
        return row * Tile.SIDE + column;
    }

    private static int level(float number) {
        return Math.max(0, Math.min(255, Math.round(127.5f * (number + 1))));
    }
}
