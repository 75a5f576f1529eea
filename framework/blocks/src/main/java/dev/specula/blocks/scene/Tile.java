package dev.specula.blocks.scene;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/**
 * A 32 x 32 picture's truth: one upright block alone on a flat grey ground. For models too small for scenes.
 *
 * @param x centre, pixels from the left
 * @param y centre, pixels from the top
 * @param radius reach from the centre, pixels
 * @param ground level of the grey, 0 to 255
 */
public record Tile(BlockShape shape, BlockColour colour, double x, double y, double radius, int ground) {

    /** Width and height of a picture in pixels. */
    public static final int SIDE = 32;

    private static final double SCALE = (double) SIDE / Scene.SIDE;
    private static final double WANDER = 2.5;
    private static final double LEAST_RADIUS = 8.5;
    private static final double MOST_RADIUS = 10.5;
    private static final int DARKEST = 110; // far from both black and white blocks
    private static final int LIGHTEST = 150;

    /** A tile of the given block, everything else drawn from {@code random}. */
    public static Tile of(BlockShape shape, BlockColour colour, RandomGenerator random) {
        return new Tile(
                shape,
                colour,
                SIDE / 2.0 + WANDER * (2 * random.nextDouble() - 1),
                SIDE / 2.0 + WANDER * (2 * random.nextDouble() - 1),
                LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * random.nextDouble(),
                DARKEST + random.nextInt(LIGHTEST - DARKEST + 1));
    }

    /** The picture, with smooth edges. */
    public BufferedImage draw() {
        return draw(new Color(ground, ground, ground), paint());
    }

    Color paint() {
        return colour.shifted(0, 0, 0);
    }

    /** How much of each pixel the block covers, of shape (32, 32), 0 to 255. */
    int[] coverage() {
        BufferedImage picture = draw(Color.BLACK, Color.WHITE);
        int[] covered = picture.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE);
        for (int pixel = 0; pixel < covered.length; pixel++) {
            covered[pixel] &= 255;
        }
        return covered;
    }

    private BufferedImage draw(Color behind, Color paint) {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setPaint(behind);
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.scale(SCALE, SCALE);
        graphics.setPaint(paint);
        graphics.fill(Outlines.of(new Block(
                shape, colour, BlockSize.LARGE, Region.CENTRE, x / SCALE, y / SCALE, radius / SCALE, 0, paint, 1)));
        graphics.dispose();
        return picture;
    }
}
