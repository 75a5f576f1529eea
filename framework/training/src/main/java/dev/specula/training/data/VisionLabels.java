package dev.specula.training.data;

import dev.specula.blocks.scene.Block;
import dev.specula.blocks.scene.BlockColour;
import dev.specula.blocks.scene.BlockShape;
import dev.specula.blocks.scene.BlockSize;
import dev.specula.blocks.scene.Region;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.tokens.BlocksTokenizer;
import java.util.Arrays;
import java.util.List;

/**
 * What the encoder is taught directly: for some of its outputs the shape, colour and size of a block, or that there is
 * none. A label is a row of three one-hot groups, scaled by how much it counts; an unlabelled output's row is zero.
 */
public final class VisionLabels {

    private static final int SHAPES = BlockShape.values().length + 1; // the last: no block
    private static final int COLOURS = BlockColour.values().length;
    private static final int SIZES = BlockSize.values().length;

    /** Width of a label. */
    public static final int WIDTH = SHAPES + COLOURS + SIZES;

    /** Where the colours and the sizes begin in a label. */
    public static final List<Integer> BORDERS = List.of(SHAPES, SHAPES + COLOURS);

    private static final List<List<String>> WORDS = List.of(
            List.of("circle", "disc"),
            List.of("square"),
            List.of("triangle"),
            List.of("star"),
            List.of("cross"),
            List.of("ring", "hoop"),
            List.of("bar", "strip"),
            List.of("crescent", "moon"),
            List.of("nothing"),
            List.of("red"),
            List.of("orange"),
            List.of("yellow"),
            List.of("green"),
            List.of("blue"),
            List.of("purple", "violet"),
            List.of("white"),
            List.of("black"),
            List.of("small", "little"),
            List.of("medium"),
            List.of("large", "big"));

    private static final float NOTHING = 0.3f; // most places hold nothing: they count less
    private static final float SHAPE = 2; // the hardest to learn: it counts more
    private static final int ROWS_ON_SIDE = 4;
    private static final int[] ROW_OF_CELL = {0, 1, 3}; // which of four visual rows speaks for each of three cells

    private VisionLabels() {}

    /** Labels of the 16 visual rows, {@code (16, WIDTH)}: nine of them speak for one region each. */
    static void writeRows(Scene scene, float[] labels, int offset) {
        for (Region region : Region.values()) {
            int at = offset + rowOf(region) * WIDTH;
            scene.blocks().stream()
                    .filter(block -> block.region() == region)
                    .findFirst()
                    .ifPresentOrElse(block -> write(block, labels, at), () -> writeNothing(labels, at));
        }
    }

    /** The visual row that speaks for {@code region}. */
    public static int rowOf(Region region) {
        return ROW_OF_CELL[region.row()] * ROWS_ON_SIDE + ROW_OF_CELL[region.column()];
    }

    /** Labels of {@code side} by {@code side} patches: the uppermost block around each patch's centre. */
    static void writePatches(Scene scene, int side, float[] labels, int offset) {
        double step = (double) Scene.SIDE / side;
        for (int patch = 0; patch < side * side; patch++) {
            int row = patch / side;
            int column = patch % side;
            double x = (column + 0.5) * step;
            double y = (row + 0.5) * step;
            int at = offset + patch * WIDTH;
            writeNothing(labels, at);
            for (int index : scene.paintOrder()) {
                Block block = scene.blocks().get(index);
                if (Math.hypot(x - block.x(), y - block.y()) < Math.max(block.radius(), step / 2)) {
                    Arrays.fill(labels, at, at + WIDTH, 0);
                    write(block, labels, at);
                }
            }
        }
    }

    /** The words for each class, plain and casual, {@code (WIDTH, vocabulary)}: a class's tokens count evenly, 1 in all. */
    public static float[] words(BlocksTokenizer tokenizer) {
        int vocabulary = tokenizer.paddedSize();
        float[] shares = new float[WIDTH * vocabulary];
        for (int label = 0; label < WIDTH; label++) {
            int[] tokens = WORDS.get(label).stream()
                    .flatMapToInt(word -> Arrays.stream(tokenizer.encode(" " + word)))
                    .distinct()
                    .toArray();
            for (int token : tokens) {
                shares[label * vocabulary + token] = 1f / tokens.length;
            }
        }
        return shares;
    }

    /** The label of a place that holds nothing, at {@code at}. */
    static void writeNothing(float[] labels, int at) {
        labels[at + SHAPES - 1] = NOTHING;
    }

    /** The label of {@code block}, at {@code at}. */
    static void write(Block block, float[] labels, int at) {
        labels[at + List.of(BlockShape.values()).indexOf(block.shape())] = SHAPE;
        labels[at + SHAPES + List.of(BlockColour.values()).indexOf(block.colour())] = 1;
        labels[at + SHAPES + COLOURS + List.of(BlockSize.values()).indexOf(block.size())] = 1;
    }
}
