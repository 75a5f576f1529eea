package dev.specula.blocks.motion;

import dev.specula.blocks.scene.Block;
import dev.specula.blocks.scene.Scene;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Shows how it is done, differently each time: smooth curves drawn at random until one passes every obstacle with room to
 * spare, so that a task with a block in the way is shown going round it on either side.
 */
public final class Demonstrator {

    private static final int TRIES = 80;
    private static final double ROOM = 1.5; // pixels between the hand and an obstacle, beyond not touching
    private static final double LONGEST_STEP = 0.9 * Outcome.LONGEST_STEP;
    private static final double NEAREST_START = 24; // pixels from the goal's centre
    private static final double BORDER = 4; // pixels between hand and the picture's border at the start
    private static final double LEAST_SWAY = 5; // deviation of the control points, pixels
    private static final double SWAY = 0.3; // and per pixel of way
    private static final double AIM = 0.1; // deviation of the end from the goal's centre, in radii

    private Demonstrator() {}

    /** A path and the task it carries out. */
    public record Demonstration(Reach task, HandPath path) {}

    /** A random task in {@code scene} and a path; empty if none was found, as where blocks hide one another. */
    public static Optional<Demonstration> show(Scene scene, RandomGenerator random) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Reach task = new Reach(scene, random.nextInt(scene.blocks().size()), place(random), place(random));
            if (isFair(task)) {
                Optional<HandPath> path = path(task, random);
                if (path.isPresent()) {
                    return Optional.of(new Demonstration(task, path.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** A path for {@code task}; empty if none was found. */
    public static Optional<HandPath> path(Reach task, RandomGenerator random) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            HandPath path = curve(task, random);
            if (path.clearance() >= ROOM && path.longestStep() <= LONGEST_STEP) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private static double place(RandomGenerator random) {
        return BORDER + random.nextDouble() * (Scene.SIDE - 2 * BORDER);
    }

    private static boolean isFair(Reach task) {
        return apart(task, task.goalBlock()) >= NEAREST_START
                && task.obstacles().stream()
                        .allMatch(block -> apart(task, block) >= block.radius() + Reach.HAND + ROOM);
    }

    private static double apart(Reach task, Block block) {
        return Math.hypot(block.x() - task.startX(), block.y() - task.startY());
    }

    /** A cubic Bezier curve whose inner control points sway about the straight way, passed in even steps of its parameter. */
    private static HandPath curve(Reach task, RandomGenerator random) {
        Block goal = task.goalBlock();
        double sway = LEAST_SWAY + SWAY * apart(task, goal);
        double[] points = new double[HandPath.NUMBERS + 2];
        for (int axis = 0; axis < 2; axis++) {
            double from = axis == 0 ? task.startX() : task.startY();
            double centre = axis == 0 ? goal.x() : goal.y();
            double to = centre + AIM * goal.radius() * random.nextGaussian();
            double first = from + (to - from) / 3 + sway * random.nextGaussian();
            double second = from + (to - from) * 2 / 3 + sway * random.nextGaussian();
            for (int waypoint = 0; waypoint <= HandPath.WAYPOINTS; waypoint++) {
                double t = (double) waypoint / HandPath.WAYPOINTS;
                double left = 1 - t;
                points[2 * waypoint + axis] = left * left * left * from
                        + 3 * left * left * t * first
                        + 3 * left * t * t * second
                        + t * t * t * to;
            }
        }
        return new HandPath(task, points);
    }
}
