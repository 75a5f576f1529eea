package dev.specula.blocks.scene;

import java.util.List;

/**
 * A picture's truth: one to four blocks in reading order of their regions, no two in one region, no two of the same
 * shape and colour, and at least one clearly visible.
 *
 * @param seed what it was drawn from; {@link Scenes#scene(long)} gives it back
 * @param blocks in reading order; this is also the order in which captions mention them
 * @param paintOrder indices into {@code blocks}, first painted first
 */
public record Scene(long seed, Backdrop backdrop, List<Block> blocks, List<Integer> paintOrder) {

    /** Width and height of a picture in pixels. */
    public static final int SIDE = 96;

    public Scene {
        blocks = List.copyOf(blocks);
        paintOrder = List.copyOf(paintOrder);
    }
}
