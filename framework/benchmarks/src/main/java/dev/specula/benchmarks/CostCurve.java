package dev.specula.benchmarks;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Times of passes by number of rows, in microseconds; between measured numbers of rows a straight line. */
record CostCurve(NavigableMap<Integer, Double> times) {
    CostCurve {
        times = new TreeMap<>(times);
    }

    /** Time of a pass over {@code rows} rows. */
    double time(int rows) {
        Map.Entry<Integer, Double> below = times.floorEntry(rows);
        Map.Entry<Integer, Double> above = times.ceilingEntry(rows);
        if (below == null || above == null) {
            throw new IllegalArgumentException(
                    "rows must be between " + times.firstKey() + " and " + times.lastKey() + ", but was " + rows + ".");
        }
        if (below.getKey().equals(above.getKey())) {
            return below.getValue();
        }
        double part = (rows - below.getKey()) / (double) (above.getKey() - below.getKey());
        return below.getValue() + part * (above.getValue() - below.getValue());
    }

    /** Time over the time of one row: v(n). */
    double relative(int rows) {
        return time(rows) / time(1);
    }
}
