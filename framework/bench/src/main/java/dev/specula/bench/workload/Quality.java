package dev.specula.bench.workload;

import java.util.Map;

/**
 * How good answers are.
 *
 * @param share what counts when two weight formats are compared, right over asked, in [0, 1]
 * @param parts right over asked, in [0, 1], by what was asked
 */
public record Quality(double share, Map<String, Double> parts) {
    /** Loss that is too small to matter: half a point. */
    private static final double TOLERANCE = 0.005;

    /** Copies the parts. */
    public Quality {
        parts = Map.copyOf(parts);
    }

    /** Whether this is as good as {@code other}, or at most half a point worse. */
    public boolean keeps(Quality other) {
        return share >= other.share - TOLERANCE;
    }
}
