package dev.specula.blocks.scene;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Measures how much of each block is seen, by probing its outline once a pixel. */
final class Visibility {

    private static final double STEP = 1.0;

    private Visibility() {}

    /** The blocks, in the order given, each with its visible share; {@code paintOrder} as in {@link Scene}. */
    static List<Block> measured(List<Block> blocks, List<Integer> paintOrder) {
        List<Shape> outlines = blocks.stream().map(Outlines::of).toList();
        List<Block> measured = new ArrayList<>(blocks);
        for (int layer = 0; layer < paintOrder.size(); layer++) {
            int index = paintOrder.get(layer);
            List<Shape> above = paintOrder.subList(layer + 1, paintOrder.size()).stream()
                    .<Shape>map(outlines::get)
                    .toList();
            measured.set(index, blocks.get(index).withVisible(visibleShare(outlines.get(index), above)));
        }
        return measured;
    }

    private static double visibleShare(Shape outline, List<Shape> above) {
        Rectangle2D bounds = outline.getBounds2D();
        int inside = 0;
        int seen = 0;
        for (double y = bounds.getMinY() + STEP / 2; y < bounds.getMaxY(); y += STEP) {
            for (double x = bounds.getMinX() + STEP / 2; x < bounds.getMaxX(); x += STEP) {
                if (outline.contains(x, y)) {
                    inside++;
                    if (inPicture(x, y) && !covered(above, x, y)) {
                        seen++;
                    }
                }
            }
        }
        return (double) seen / inside;
    }

    private static boolean inPicture(double x, double y) {
        return x >= 0 && y >= 0 && x < Scene.SIDE && y < Scene.SIDE;
    }

    private static boolean covered(List<Shape> above, double x, double y) {
        for (Shape shape : above) {
            if (shape.contains(x, y)) {
                return true;
            }
        }
        return false;
    }
}
