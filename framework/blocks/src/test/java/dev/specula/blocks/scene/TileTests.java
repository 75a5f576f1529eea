package dev.specula.blocks.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TileTests {

    private static final List<BlockColour> COLOURS = List.of(BlockColour.values());

    @Test
    void everyTileIsReadBack() {
        Random random = new Random(1);
        for (BlockShape shape : BlockShape.values()) {
            for (BlockColour colour : BlockColour.values()) {
                TileReader.Reading reading =
                        TileReader.read(Tile.of(shape, colour, random).draw());
                assertThat(reading.shape()).isEqualTo(shape);
                assertThat(reading.colour()).isEqualTo(colour);
                assertThat(reading.error()).isLessThan(0.01);
            }
        }
    }

    @Test
    void aNoisyTileIsStillRead() {
        Random random = new Random(2);
        int right = 0;
        for (BlockShape shape : BlockShape.values()) {
            BlockColour colour = COLOURS.get(random.nextInt(COLOURS.size()));
            TileReader.Reading reading =
                    TileReader.read(noisy(Tile.of(shape, colour, random).draw(), random));
            right += reading.shape() == shape && reading.colour() == colour ? 1 : 0;
        }
        assertThat(right).isEqualTo(BlockShape.values().length);
    }

    @Test
    void aBlankPictureIsFarFromEveryDrawing() {
        BufferedImage blank = new BufferedImage(Tile.SIDE, Tile.SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < Tile.SIDE; y++) {
            for (int x = y % 2; x < Tile.SIDE; x += 2) {
                blank.setRGB(x, y, Color.WHITE.getRGB());
            }
        }
        assertThat(TileReader.read(blank).error()).isGreaterThan(0.1);
    }

    private static BufferedImage noisy(BufferedImage picture, Random random) {
        for (int y = 0; y < Tile.SIDE; y++) {
            for (int x = 0; x < Tile.SIDE; x++) {
                Color was = new Color(picture.getRGB(x, y));
                picture.setRGB(
                        x,
                        y,
                        new Color(off(was.getRed(), random), off(was.getGreen(), random), off(was.getBlue(), random))
                                .getRGB());
            }
        }
        return picture;
    }

    private static int off(int level, Random random) {
        return (int) Math.max(0, Math.min(255, level + 12 * random.nextGaussian()));
    }
}
