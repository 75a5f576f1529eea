package dev.specula.diffusion;

/**
 * Where the denoisers of the blocks world are that ship with this module. Trained by {@code framework/training}; the model cards
 * lie beside the weights.
 */
public final class BlocksDenoisers {
    /** A policy of paths that bring a hand to a block: 32 numbers, 100 steps. */
    public static final String POLICY = "classpath:dev/specula/diffusion/blocks/policy/";

    /** Pictures of one block, 32 x 32 pixels, guided by shape and colour: 50 steps. */
    public static final String TILES = "classpath:dev/specula/diffusion/blocks/tiles/";

    private BlocksDenoisers() {}
}
