package dev.specula.blocks.scene;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws scenes from seeds: the same seed gives the same scene on every machine. */
public final class Scenes {

    private static final double LEAST_VISIBLE = 0.45;
    private static final double CELL = Scene.SIDE / 3.0;
    private static final double WANDER =
            8; // pixels a centre may lie off its cell's centre: as far as it stays from the border
    private static final int MOST_BLOCKS = 4;
    private static final int TINT = 14; // channel shift of a block's paint, 0 to 255

    private Scenes() {}

    /** The scene of {@code seed}. Throws nothing; every seed has a scene. Costs about half a millisecond. */
    public static Scene scene(long seed) {
        Random random = new Random(scatter(seed));
        Backdrop backdrop = backdrop(random);
        while (true) {
            List<Block> blocks = blocks(random);
            List<Integer> paintOrder = new ArrayList<>();
            for (int index = 0; index < blocks.size(); index++) {
                paintOrder.add(index);
            }
            Collections.shuffle(paintOrder, random);
            List<Block> measured = Visibility.measured(blocks, paintOrder);
            if (measured.stream().allMatch(block -> block.visible() >= LEAST_VISIBLE)
                    && measured.stream().anyMatch(Block::clearlyVisible)) {
                return new Scene(seed, backdrop, measured, paintOrder);
            }
        }
    }

    /** Spreads neighbouring seeds: {@link Random} starts neighbours alike. */
    static long scatter(long seed) {
        long mixed = (seed + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    private static List<Block> blocks(Random random) {
        int count = 1 + random.nextInt(MOST_BLOCKS);
        Set<Region> taken = EnumSet.noneOf(Region.class);
        List<Block> blocks = new ArrayList<>();
        while (blocks.size() < count) {
            Block block = block(random);
            boolean alike = blocks.stream()
                    .anyMatch(other -> other.shape() == block.shape() && other.colour() == block.colour());
            if (!alike && taken.add(block.region())) {
                blocks.add(block);
            }
        }
        blocks.sort(Comparator.comparing(Block::region));
        return blocks;
    }

    private static Block block(Random random) {
        Region region = one(Region.values(), random);
        BlockColour colour = one(BlockColour.values(), random);
        BlockSize size = one(BlockSize.values(), random);
        return new Block(
                one(BlockShape.values(), random),
                colour,
                size,
                region,
                CELL * (region.column() + 0.5) + between(-WANDER, WANDER, random),
                CELL * (region.row() + 0.5) + between(-WANDER, WANDER, random),
                size.radius(random.nextDouble()),
                between(0, 2 * Math.PI, random),
                colour.shifted(shift(random), shift(random), shift(random)),
                1);
    }

    private static Backdrop backdrop(Random random) {
        double light = between(0.38, 0.66, random); // far from both black and white blocks
        Color from = muted(light, random);
        return new Backdrop(
                from,
                muted(light + between(-0.08, 0.08, random), random),
                between(0, Math.PI, random),
                one(Backdrop.Pattern.values(), random),
                muted(light + (random.nextBoolean() ? 0.06 : -0.06), random));
    }

    private static Color muted(double light, Random random) {
        return Color.getHSBColor(random.nextFloat(), 0.12f * random.nextFloat(), (float) light);
    }

    private static int shift(Random random) {
        return random.nextInt(2 * TINT + 1) - TINT;
    }

    private static double between(double least, double most, Random random) {
        return least + random.nextDouble() * (most - least);
    }

    private static <T> T one(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
