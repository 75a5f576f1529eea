package dev.specula.blocks.scene;

import java.util.Random;

/**
 * How a scene is put on pixels.
 *
 * @param seed of the noise
 * @param drawnSide side in pixels of the canvas drawn on; when it is not {@link Scene#SIDE} the canvas is resized
 * @param edges how outlines meet the background
 * @param degrees the whole picture is turned by this much about its centre
 * @param noise standard deviation of the grain, in channel steps of 255
 * @param light factor on every channel
 * @param jpegQuality 0 to 1, or {@link #NO_JPEG}
 */
public record Rendering(
        long seed, int drawnSide, Edges edges, double degrees, double noise, double light, double jpegQuality) {

    /** {@link #jpegQuality} of a picture that was never compressed. */
    public static final double NO_JPEG = -1;

    /** How outlines meet the background. */
    public enum Edges {
        SMOOTH,
        JAGGED
    }

    /** The plain way: smooth edges at the final size and a light grain. */
    public static Rendering plain(long seed) {
        return new Rendering(seed, Scene.SIDE, Edges.SMOOTH, 0, 3, 1, NO_JPEG);
    }

    /** Without chance: smooth edges at the final size and no grain; for models that draw. */
    public static Rendering clean(long seed) {
        return new Rendering(seed, Scene.SIDE, Edges.SMOOTH, 0, 0, 1, NO_JPEG);
    }

    /** For training: mostly as {@link #plain}, with each departure from it now and then. */
    public static Rendering varied(long seed) {
        Random random = new Random(Scenes.scatter(~seed));
        return new Rendering(
                seed,
                random.nextInt(4) == 0 ? 72 + random.nextInt(121) : Scene.SIDE,
                random.nextInt(5) == 0 ? Edges.JAGGED : Edges.SMOOTH,
                random.nextInt(4) == 0 ? 8 * random.nextDouble() - 4 : 0,
                6 * random.nextDouble(),
                0.9 + 0.2 * random.nextDouble(),
                random.nextInt(6) == 0 ? 0.5 + 0.45 * random.nextDouble() : NO_JPEG);
    }

    /** For held-out measurement: jagged edges, another size, a slight turn and JPEG, all at once. */
    public static Rendering byOtherMeans(long seed) {
        Random random = new Random(Scenes.scatter(~seed));
        int[] sides = {80, 128, 160};
        double degrees = 1 + 2 * random.nextDouble();
        return new Rendering(
                seed,
                sides[random.nextInt(sides.length)],
                Edges.JAGGED,
                random.nextBoolean() ? degrees : -degrees,
                2,
                1,
                0.7 + 0.2 * random.nextDouble());
    }
}
