package dev.specula.blocks.scene;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The outlines of blocks as Java2D shapes, in pixels of a 96 x 96 picture. */
final class Outlines {

    private static final int STAR_TIPS = 5;

    private Outlines() {}

    static Shape of(Block block) {
        AffineTransform place = AffineTransform.getTranslateInstance(block.x(), block.y());
        place.rotate(block.turn());
        place.scale(block.radius(), block.radius());
        return place.createTransformedShape(unit(block.shape()));
    }

    /** Outlines that reach about one unit from the origin and look about equally large. */
    private static Shape unit(BlockShape shape) {
        return switch (shape) {
            case CIRCLE -> disc(0, 0.95);
            case SQUARE -> new Rectangle2D.Double(-0.8, -0.8, 1.6, 1.6);
            case TRIANGLE -> star(3, 1.15, 0.575);
            case STAR -> star(STAR_TIPS, 1.15, 0.46);
            case CROSS -> cross();
            case RING -> without(disc(0, 1.0), disc(0, 0.55));
            case BAR -> new Rectangle2D.Double(-1.15, -0.36, 2.3, 0.72);
            case CRESCENT -> without(disc(0, 1.05), disc(0.55, 0.85));
        };
    }

    private static Ellipse2D disc(double x, double radius) {
        return new Ellipse2D.Double(x - radius, -radius, 2 * radius, 2 * radius);
    }

    private static Area without(Shape whole, Shape hole) {
        Area rest = new Area(whole);
        rest.subtract(new Area(hole));
        return rest;
    }

    private static Area cross() {
        Area both = new Area(new Rectangle2D.Double(-1.05, -0.32, 2.1, 0.64));
        both.add(new Area(new Rectangle2D.Double(-0.32, -1.05, 0.64, 2.1)));
        return both;
    }

    private static Path2D star(int tips, double outer, double inner) {
        Path2D path = new Path2D.Double();
        for (int corner = 0; corner < 2 * tips; corner++) {
            double reach = corner % 2 == 0 ? outer : inner;
            double angle = Math.PI * corner / tips;
            double x = reach * Math.sin(angle);
            double y = -reach * Math.cos(angle);
            if (corner == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }
}
