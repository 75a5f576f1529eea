package dev.specula.blocks.scene;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Puts scenes on pixels: the same scene and rendering give the same picture. */
public final class Renderer {

    private static final double PATTERN_STEP = 8; // pixels between stripes or dots

    private Renderer() {}

    /** The scene as a 96 x 96 RGB picture. Costs from a third of a millisecond to two, the most with JPEG. */
    public static BufferedImage draw(Scene scene, Rendering rendering) {
        BufferedImage canvas = blank(rendering.drawnSide());
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                rendering.edges() == Rendering.Edges.SMOOTH
                        ? RenderingHints.VALUE_ANTIALIAS_ON
                        : RenderingHints.VALUE_ANTIALIAS_OFF);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double scale = (double) rendering.drawnSide() / Scene.SIDE;
        graphics.scale(scale, scale);
        graphics.rotate(Math.toRadians(rendering.degrees()), Scene.SIDE / 2.0, Scene.SIDE / 2.0);
        paintBackdrop(graphics, scene.backdrop());
        for (int index : scene.paintOrder()) {
            Block block = scene.blocks().get(index);
            graphics.setPaint(block.paint());
            graphics.fill(Outlines.of(block));
        }
        graphics.dispose();
        BufferedImage sized = rendering.drawnSide() == Scene.SIDE ? canvas : resized(canvas);
        grain(sized, rendering);
        return rendering.jpegQuality() == Rendering.NO_JPEG ? sized : Jpeg.through(sized, rendering.jpegQuality());
    }

    private static BufferedImage blank(int side) {
        return new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    }

    private static void paintBackdrop(Graphics2D graphics, Backdrop backdrop) {
        double middle = Scene.SIDE / 2.0;
        double dx = middle * Math.cos(backdrop.angle());
        double dy = middle * Math.sin(backdrop.angle());
        graphics.setPaint(new GradientPaint(
                (float) (middle - dx),
                (float) (middle - dy),
                backdrop.from(),
                (float) (middle + dx),
                (float) (middle + dy),
                backdrop.to()));
        // Wider than the picture: a turned picture must not show black corners.
        graphics.fillRect(-Scene.SIDE, -Scene.SIDE, 3 * Scene.SIDE, 3 * Scene.SIDE);
        graphics.setPaint(backdrop.patternTone());
        switch (backdrop.pattern()) {
            case PLAIN -> {}
            case STRIPES -> stripes(graphics, backdrop.angle());
            case DOTS -> dots(graphics);
        }
    }

    private static void stripes(Graphics2D graphics, double angle) {
        double dx = Scene.SIDE * Math.cos(angle);
        double dy = Scene.SIDE * Math.sin(angle);
        for (double offset = -Scene.SIDE; offset < Scene.SIDE; offset += PATTERN_STEP) {
            double x = Scene.SIDE / 2.0 - offset * Math.sin(angle);
            double y = Scene.SIDE / 2.0 + offset * Math.cos(angle);
            graphics.draw(new Line2D.Double(x - dx, y - dy, x + dx, y + dy));
        }
    }

    private static void dots(Graphics2D graphics) {
        for (double y = PATTERN_STEP / 2; y < Scene.SIDE; y += PATTERN_STEP) {
            for (double x = PATTERN_STEP / 2; x < Scene.SIDE; x += PATTERN_STEP) {
                graphics.fill(new Ellipse2D.Double(x - 1, y - 1, 2, 2));
            }
        }
    }

    private static BufferedImage resized(BufferedImage canvas) {
        BufferedImage sized = blank(Scene.SIDE);
        Graphics2D graphics = sized.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(canvas, 0, 0, Scene.SIDE, Scene.SIDE, null);
        graphics.dispose();
        return sized;
    }

    private static void grain(BufferedImage picture, Rendering rendering) {
        Random random = new Random(Scenes.scatter(rendering.seed()));
        for (int y = 0; y < Scene.SIDE; y++) {
            for (int x = 0; x < Scene.SIDE; x++) {
                Color was = new Color(picture.getRGB(x, y));
                double step = rendering.noise() * rough(random);
                int red = channel(was.getRed(), step, rendering.light());
                int green = channel(was.getGreen(), step, rendering.light());
                int blue = channel(was.getBlue(), step, rendering.light());
                picture.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
    }

    /** Near enough to a standard normal number, and four times cheaper. */
    private static double rough(Random random) {
        int bits = random.nextInt();
        int sum = (bits & 255) + (bits >>> 8 & 255) + (bits >>> 16 & 255) + (bits >>> 24);
        return (sum - 510) / 147.8;
    }

    private static int channel(int was, double step, double light) {
        return Math.max(0, Math.min(255, (int) Math.round(was * light + step)));
    }
}
