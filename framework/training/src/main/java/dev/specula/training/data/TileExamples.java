package dev.specula.training.data;

import dev.specula.blocks.scene.BlockColour;
import dev.specula.blocks.scene.BlockShape;
import dev.specula.blocks.scene.Tile;
import dev.specula.blocks.scene.TilePatches;
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

    private final TilePatches patches;

    /** Tiles in patches of {@code patch} x {@code patch} pixels. */
    public TileExamples(int patch) {
        this.patches = new TilePatches(patch);
    }

    @Override
    public int numbers() {
        return TilePatches.NUMBERS;
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
            patches.write(tile.draw(), clean, index * numbers());
            boolean told = random.nextDouble() >= UNTOLD;
            condition[2 * index] = told ? shape : NOTHING;
            condition[2 * index + 1] = told ? colour : NOTHING;
        }
    }
}
