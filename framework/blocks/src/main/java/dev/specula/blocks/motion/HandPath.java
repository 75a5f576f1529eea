package dev.specula.blocks.motion;

import dev.specula.blocks.scene.Block;

/**
 * Where the hand goes: sixteen waypoints after its start, straight lines between them. An action model says them as offsets
 * from the straight way to the goal's centre, in units of {@link #UNIT} pixels. Immutable.
 */
public final class HandPath {

    /** Waypoints of a path. */
    public static final int WAYPOINTS = 16;

    /** Numbers in the offsets of a path: x and y of each waypoint. */
    public static final int NUMBERS = 2 * WAYPOINTS;

    /** Pixels that an offset of 1 stands for. */
    public static final double UNIT = 20;

    private final Reach task;
    private final double[] points; // (WAYPOINTS + 1, 2), the start first

    /** The path through {@code points} of shape (17, 2), in pixels, the hand's start first. */
    HandPath(Reach task, double[] points) {
        this.task = task;
        this.points = points;
    }

    /** The path of {@code task} that {@code offsets}, of shape (32,), say. */
    public static HandPath ofOffsets(Reach task, double[] offsets) {
        if (offsets.length != NUMBERS) {
            throw new IllegalArgumentException(
                    "A path has %d offsets, but there are %d".formatted(NUMBERS, offsets.length));
        }
        double[] points = new double[NUMBERS + 2];
        for (int waypoint = 0; waypoint <= WAYPOINTS; waypoint++) {
            int at = 2 * waypoint;
            points[at] = straightX(task, waypoint) + (waypoint == 0 ? 0 : UNIT * offsets[at - 2]);
            points[at + 1] = straightY(task, waypoint) + (waypoint == 0 ? 0 : UNIT * offsets[at - 1]);
        }
        return new HandPath(task, points);
    }

    /** The offsets of this path, of shape (32,). */
    public double[] offsets() {
        double[] offsets = new double[NUMBERS];
        for (int waypoint = 1; waypoint <= WAYPOINTS; waypoint++) {
            offsets[2 * waypoint - 2] = (x(waypoint) - straightX(task, waypoint)) / UNIT;
            offsets[2 * waypoint - 1] = (y(waypoint) - straightY(task, waypoint)) / UNIT;
        }
        return offsets;
    }

    private static double straightX(Reach task, int waypoint) {
        return task.startX() + (task.goalBlock().x() - task.startX()) * waypoint / WAYPOINTS;
    }

    private static double straightY(Reach task, int waypoint) {
        return task.startY() + (task.goalBlock().y() - task.startY()) * waypoint / WAYPOINTS;
    }

    /** Pixels from the left of a waypoint; 0 is the start. */
    public double x(int waypoint) {
        return points[2 * waypoint];
    }

    /** Pixels from the top of a waypoint; 0 is the start. */
    public double y(int waypoint) {
        return points[2 * waypoint + 1];
    }

    /** The longest line between two waypoints. */
    public double longestStep() {
        double longest = 0;
        for (int waypoint = 0; waypoint < WAYPOINTS; waypoint++) {
            longest = Math.max(longest, Math.hypot(x(waypoint + 1) - x(waypoint), y(waypoint + 1) - y(waypoint)));
        }
        return longest;
    }

    /** How near the last waypoint is to the goal's centre. */
    public double miss() {
        return Math.hypot(
                x(WAYPOINTS) - task.goalBlock().x(),
                y(WAYPOINTS) - task.goalBlock().y());
    }

    /** The gap between the hand and the nearest obstacle over the whole path; negative where it touches one. */
    public double clearance() {
        double least = Double.POSITIVE_INFINITY;
        for (Block obstacle : task.obstacles()) {
            for (int waypoint = 0; waypoint < WAYPOINTS; waypoint++) {
                least = Math.min(least, distance(waypoint, obstacle) - obstacle.radius() - Reach.HAND);
            }
        }
        return least;
    }

    /** Distance of the line after {@code waypoint} from the centre of {@code block}. */
    private double distance(int waypoint, Block block) {
        double dx = x(waypoint + 1) - x(waypoint);
        double dy = y(waypoint + 1) - y(waypoint);
        double toX = block.x() - x(waypoint);
        double toY = block.y() - y(waypoint);
        double squared = dx * dx + dy * dy;
        double along = squared == 0 ? 0 : Math.max(0, Math.min(1, (toX * dx + toY * dy) / squared));
        return Math.hypot(toX - along * dx, toY - along * dy);
    }
}
