package dev.specula.graphs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How far the weights of a graph are from those that are stored: the root of the squares lost over the squares there were.
 * Known when the constants have been written.
 */
final class RoundingError {
    private final Map<String, Sums> byMatrix = new LinkedHashMap<>();

    /** What one matrix lost. */
    static final class Sums {
        private double lost;
        private double whole;

        /** Takes in a value and what became of it. */
        void add(float value, float rounded) {
            double difference = (double) rounded - value;
            lost += difference * difference;
            whole += (double) value * value;
        }

        private double relative() {
            return whole == 0 ? 0 : Math.sqrt(lost / whole);
        }
    }

    /** The sums of a matrix, zero at first. */
    Sums of(String matrix) {
        return byMatrix.computeIfAbsent(matrix, name -> new Sums());
    }

    /** Whether anything was rounded. */
    boolean isEmpty() {
        return byMatrix.isEmpty();
    }

    /** The error of all matrices together, from 0. */
    double relative() {
        Sums all = new Sums();
        byMatrix.values().forEach(sums -> {
            all.lost += sums.lost;
            all.whole += sums.whole;
        });
        return all.relative();
    }

    /** The whole in a sentence part, and the matrix that lost most. */
    @Override
    public String toString() {
        String worst = "";
        double most = -1;
        for (Map.Entry<String, Sums> entry : byMatrix.entrySet()) {
            if (entry.getValue().relative() > most) {
                most = entry.getValue().relative();
                worst = entry.getKey();
            }
        }
        return String.format(Locale.ROOT, "%.2f %%, at most %.2f %% in %s", 100 * relative(), 100 * most, worst);
    }
}
