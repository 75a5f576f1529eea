package dev.specula.training.data;

import dev.specula.blocks.scene.BlockColour;
import dev.specula.blocks.scene.BlockShape;
import dev.specula.blocks.scene.Tile;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.random.RandomGenerator;

/** Tiles in patches, with their shape and colour; one in ten without either, for guidance. */
public final class TileExamples implements Examples {

    /** Shapes in the order of their choices. */
    public static final List<BlockShape> SHAPES = List.of(BlockShape.values());

    /** Colours in the order of their choices. */
    public static final List<BlockColour> COLOURS = List.of(BlockColour.values());

    /** The choice, of shape and of colour, that says nothing. */
    public static final int NOTHING = SHAPES.size();

    private static final double UNTOLD = 0.1;

    private final int patch;

    /** Tiles in patches of {@code patch} x {@code patch} pixels. */
    public TileExamples(int patch) {
        this.patch = patch;
    }

    @Override
    public int numbers() {
        return 3 * Tile.SIDE * Tile.SIDE;
    }

    @Override
    public int conditions() {
        return 2;
    }

    @Override
    public void write(long first, int count, float[] clean, float[] condition, RandomGenerator random) {
        for (int index = 0; index < count; index++) {
            int shape = random.nextInt(SHAPES.size());
            int colour = random.nextInt(COLOURS.size());
            Tile tile = Tile.of(SHAPES.get(shape), COLOURS.get(colour), random);
            write(tile.draw(), clean, index * numbers());
            boolean told = random.nextDouble() >= UNTOLD;
            condition[2 * index] = told ? shape : NOTHING;
            condition[2 * index + 1] = told ? colour : NOTHING;
        }
    }

    /** Patch after patch in reading order, in each pixel after pixel, in each red, green and blue, -1 to 1. */
    private void write(BufferedImage picture, float[] clean, int offset) {
        int side = picture.getWidth();
        int[] rgb = picture.getRGB(0, 0, side, side, null, 0, side);
        for (int number = 0; number < 3 * rgb.length; number++) {
            int level = rgb[pixel(number / 3, side)] >> (16 - 8 * (number % 3)) & 255;
            clean[offset + number] = level / 127.5f - 1;
        }
    }

    /** The pixel that stands at {@code place} when pixels are told patch by patch. */
    private int pixel(int place, int side) {
        int inPatch = place % (patch * patch);
        int patches = place / (patch * patch);
        int y = patches / (side / patch) * patch + inPatch / patch;
        int x = patches % (side / patch) * patch + inPatch % patch;
        return y * side + x;
    }

    /** The picture that {@code numbers} from {@code offset} on say, in the order of examples. */
    public BufferedImage picture(float[] numbers, int offset) {
        BufferedImage picture = new BufferedImage(Tile.SIDE, Tile.SIDE, BufferedImage.TYPE_INT_RGB);
        for (int place = 0; place < Tile.SIDE * Tile.SIDE; place++) {
            int at = offset + 3 * place;
            int pixel = pixel(place, Tile.SIDE);
            picture.setRGB(
                    pixel % Tile.SIDE,
                    pixel / Tile.SIDE,
                    level(numbers[at]) << 16 | level(numbers[at + 1]) << 8 | level(numbers[at + 2]));
        }
        return picture;
    }

    private static int level(float number) {
        return Math.max(0, Math.min(255, Math.round(127.5f * (number + 1))));
    }
}
