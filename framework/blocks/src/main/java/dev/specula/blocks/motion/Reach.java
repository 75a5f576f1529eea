package dev.specula.blocks.motion;

import dev.specula.blocks.scene.Block;
import dev.specula.blocks.scene.Scene;
import java.util.List;

/**
 * A task: bring the hand from where it hovers to one block of a scene, touching no other. Blocks count as discs of their
 * radius, the hand as a disc of {@link #HAND}.
 *
 * @param goal index of the block to reach in {@link Scene#blocks()}
 * @param startX where the hand is, pixels from the left
 * @param startY pixels from the top
 */
public record Reach(Scene scene, int goal, double startX, double startY) {

    /** Radius of the hand in pixels. */
    public static final double HAND = 2;

    /** Numbers in {@link #observation}. */
    public static final int OBSERVED = 17;

    private static final double HALF = Scene.SIDE / 2.0;

    /** The block to reach. */
    public Block goalBlock() {
        return scene.blocks().get(goal);
    }

    /** The blocks not to touch, in reading order; none to three. */
    public List<Block> obstacles() {
        return scene.blocks().stream()
                .filter(block -> !block.equals(goalBlock()))
                .toList();
    }

    /**
     * What a model is told, of shape (17,): x and y of the hand; x, y and radius of the goal; then x, y, radius and a 1 for
     * each obstacle, zeros for those there are not. Places are scaled to -1..1, radii alike.
     */
    public float[] observation() {
        float[] numbers = new float[OBSERVED];
        numbers[0] = place(startX);
        numbers[1] = place(startY);
        write(goalBlock(), numbers, 2);
        int at = 5;
        for (Block obstacle : obstacles()) {
            write(obstacle, numbers, at);
            numbers[at + 3] = 1;
            at += 4;
        }
        return numbers;
    }

    private static void write(Block block, float[] numbers, int at) {
        numbers[at] = place(block.x());
        numbers[at + 1] = place(block.y());
        numbers[at + 2] = (float) (block.radius() / HALF);
    }

    private static float place(double pixels) {
        return (float) ((pixels - HALF) / HALF);
    }
}
