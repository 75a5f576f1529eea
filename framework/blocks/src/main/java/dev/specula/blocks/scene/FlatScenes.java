package dev.specula.blocks.scene;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Scenes for models that draw: one or two upright blocks in their pure colours, on one flat tone, each centred on a corner
 * of a grid of six pixels and hardly hidden. What a caption tells is nearly all there is, so that little is left to chance:
 * the tone, and which of up to nine places in its region a block takes.
 */
public final class FlatScenes {

    /** Pixels between neighbouring places: the side of a patch of the picture tokenizer. */
    public static final int GRID = 6;

    private static final double LEAST_VISIBLE = 0.95;
    private static final double MIDDLE = 0.5; // of a size's range
    private static final int MOST_BLOCKS = 2;
    private static final int PLACES = 3; // in each direction of a region
    private static final int[] FIRST_PLACE = {12, 42, 72}; // of each row or column of regions, pixels
    private static final List<Color> TONES = List.of(new Color(0x6a7078), new Color(0x8a8378), new Color(0x7d8f85));

    private FlatScenes() {}

    /** The scene of {@code seed}, another one than {@link Scenes#scene} gives. Costs about half a millisecond. */
    public static Scene scene(long seed) {
        Random random = new Random(Scenes.scatter(Scenes.scatter(seed)));
        Color tone = TONES.get(random.nextInt(TONES.size()));
        List<Block> blocks = blocks(random);
        List<Integer> paintOrder = blocks.size() == 1 ? List.of(0) : List.of(0, 1);
        while (true) {
            List<Block> measured = Visibility.measured(
                    blocks.stream().map(block -> placed(block, random)).toList(), paintOrder);
            if (measured.stream().allMatch(block -> block.visible() >= LEAST_VISIBLE)) {
                return new Scene(seed, new Backdrop(tone, tone, 0, Backdrop.Pattern.PLAIN, tone), measured, paintOrder);
            }
        }
    }

    private static List<Block> blocks(Random random) {
        int count = 1 + random.nextInt(MOST_BLOCKS);
        List<Block> blocks = new ArrayList<>();
        while (blocks.size() < count) {
            Block block = block(random);
            boolean clashes = blocks.stream()
                    .anyMatch(other -> other.region() == block.region()
                            || (other.shape() == block.shape() && other.colour() == block.colour()));
            if (!clashes) {
                blocks.add(block);
            }
        }
        blocks.sort(Comparator.comparing(Block::region));
        return blocks;
    }

    private static Block block(Random random) {
        BlockColour colour = one(BlockColour.values(), random);
        BlockSize size = one(BlockSize.values(), random);
        return new Block(
                one(BlockShape.values(), random),
                colour,
                size,
                one(Region.values(), random),
                0,
                0,
                size.radius(MIDDLE),
                0,
                colour.shifted(0, 0, 0),
                1);
    }

    private static Block placed(Block block, Random random) {
        double x = FIRST_PLACE[block.region().column()] + GRID * random.nextInt(PLACES);
        double y = FIRST_PLACE[block.region().row()] + GRID * random.nextInt(PLACES);
        return block.at(x, y);
    }

    private static <T> T one(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
