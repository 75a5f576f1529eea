package dev.specula.blocks.motion;

/** How a path ends. */
public enum Outcome {
    /** The hand is on the goal and has touched nothing else. */
    REACHED,
    /** It touched another block on its way. */
    TOUCHED,
    /** It ended beside the goal. */
    MISSED,
    /** It moved further than {@link #LONGEST_STEP} between two waypoints. */
    RUSHED;

    /** Pixels the hand can move from one waypoint to the next. */
    public static final double LONGEST_STEP = 14;

    /** Share of the goal's radius within which the hand must end. */
    public static final double ON_GOAL = 0.6;

    /** Judges {@code path}; the first of touching, missing and rushing counts. */
    public static Outcome of(Reach task, HandPath path) {
        if (path.clearance() < 0) {
            return TOUCHED;
        }
        if (path.miss() > ON_GOAL * task.goalBlock().radius()) {
            return MISSED;
        }
        return path.longestStep() > LONGEST_STEP ? RUSHED : REACHED;
    }
}
