package dev.specula.blocks.scene;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Reads a tile back: the ground is the grey of its border, the colour the nearest to what differs most from it, the shape the
 * one whose drawing at the same place and of the same area is nearest. A program, not a model; it knows what tiles look like.
 */
public final class TileReader {

    private static final double[] NUDGES = {-0.6, 0, 0.6}; // pixels
    private static final double[] STRETCHES = {0.94, 1, 1.06};

    private TileReader() {}

    /**
     * What is seen.
     *
     * @param error mean square difference of the coverage from the nearest drawing's, 0 to 1: how clean the picture is
     */
    public record Reading(BlockShape shape, BlockColour colour, double error) {}

    /** Reads {@code picture}, 32 x 32. */
    public static Reading read(BufferedImage picture) {
        int[] rgb = picture.getRGB(0, 0, Tile.SIDE, Tile.SIDE, null, 0, Tile.SIDE);
        double[] ground = ground(rgb);
        BlockColour colour = colour(rgb, ground);
        double[] covered = coverage(rgb, ground, colour);
        Reading nearest = new Reading(BlockShape.CIRCLE, colour, Double.POSITIVE_INFINITY);
        for (BlockShape shape : BlockShape.values()) {
            double error = error(shape, colour, covered);
            if (error < nearest.error()) {
                nearest = new Reading(shape, colour, error);
            }
        }
        return nearest;
    }

    /** The median of each channel along the border. */
    private static double[] ground(int[] rgb) {
        double[] ground = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            int[] levels = new int[4 * Tile.SIDE];
            for (int along = 0; along < Tile.SIDE; along++) {
                levels[4 * along] = level(rgb[along], channel);
                levels[4 * along + 1] = level(rgb[rgb.length - 1 - along], channel);
                levels[4 * along + 2] = level(rgb[along * Tile.SIDE], channel);
                levels[4 * along + 3] = level(rgb[along * Tile.SIDE + Tile.SIDE - 1], channel);
            }
            Arrays.sort(levels);
            ground[channel] = levels[levels.length / 2];
        }
        return ground;
    }

    /** The colour that leaves least of the picture unexplained as a mixture of it and the ground. */
    private static BlockColour colour(int[] rgb, double[] ground) {
        BlockColour nearest = BlockColour.RED;
        double least = Double.POSITIVE_INFINITY;
        for (BlockColour colour : BlockColour.values()) {
            double[] covered = coverage(rgb, ground, colour);
            double[] paint = paint(colour);
            double rest = 0;
            for (int pixel = 0; pixel < rgb.length; pixel++) {
                for (int channel = 0; channel < 3; channel++) {
                    double mixed = ground[channel] + covered[pixel] * (paint[channel] - ground[channel]);
                    double off = level(rgb[pixel], channel) - mixed;
                    rest += off * off;
                }
            }
            if (rest < least) {
                least = rest;
                nearest = colour;
            }
        }
        return nearest;
    }

    /** How much of each pixel is {@code colour} rather than ground, 0 to 1. */
    private static double[] coverage(int[] rgb, double[] ground, BlockColour colour) {
        double[] paint = paint(colour);
        double[] covered = new double[rgb.length];
        for (int pixel = 0; pixel < rgb.length; pixel++) {
            double along = 0;
            double whole = 0;
            for (int channel = 0; channel < 3; channel++) {
                double way = paint[channel] - ground[channel];
                along += way * (level(rgb[pixel], channel) - ground[channel]);
                whole += way * way;
            }
            covered[pixel] = Math.max(0, Math.min(1, along / whole));
        }
        return covered;
    }

    /** The least mean square difference of {@code covered} from a drawing of {@code shape}. */
    private static double error(BlockShape shape, BlockColour colour, double[] covered) {
        double[] seen = massAndCentre(covered);
        Tile trial = new Tile(shape, colour, Tile.SIDE / 2.0, Tile.SIDE / 2.0, Tile.SIDE / 4.0, 0);
        double[] drawn = massAndCentre(shares(trial.coverage()));
        double radius = trial.radius() * Math.sqrt(Math.max(1, seen[0]) / drawn[0]);
        double scale = radius / trial.radius();
        // The centre of mass lies off the block's own centre in a crescent, and grows off with it.
        double x = seen[1] - scale * (drawn[1] - trial.x());
        double y = seen[2] - scale * (drawn[2] - trial.y());
        double least = Double.POSITIVE_INFINITY;
        for (double stretch : STRETCHES) {
            for (double dx : NUDGES) {
                for (double dy : NUDGES) {
                    Tile tile = new Tile(shape, colour, x + dx, y + dy, stretch * radius, 0);
                    least = Math.min(least, difference(shares(tile.coverage()), covered));
                }
            }
        }
        return least;
    }

    private static double[] massAndCentre(double[] covered) {
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int pixel = 0; pixel < covered.length; pixel++) {
            int row = pixel / Tile.SIDE;
            mass += covered[pixel];
            x += covered[pixel] * (pixel % Tile.SIDE + 0.5);
            y += covered[pixel] * (row + 0.5);
        }
        return new double[] {mass, x / Math.max(mass, 1e-9), y / Math.max(mass, 1e-9)};
    }

    private static double[] shares(int[] coverage) {
        return Arrays.stream(coverage).mapToDouble(level -> level / 255.0).toArray();
    }

    private static double difference(double[] one, double[] other) {
        double sum = 0;
        for (int pixel = 0; pixel < one.length; pixel++) {
            sum += (one[pixel] - other[pixel]) * (one[pixel] - other[pixel]);
        }
        return sum / one.length;
    }

    private static double[] paint(BlockColour colour) {
        Color paint = colour.shifted(0, 0, 0);
        return new double[] {paint.getRed(), paint.getGreen(), paint.getBlue()};
    }

    private static int level(int rgb, int channel) {
        return rgb >> (16 - 8 * channel) & 255;
    }
}
