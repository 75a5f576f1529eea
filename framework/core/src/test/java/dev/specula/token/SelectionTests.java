package dev.specula.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SelectionTests {
    @Test
    void selectsWhatSortingWouldAndMovesItToTheFront() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 3000; i++) {
            int size = 1 + random.nextInt(60);
            int levels = 1 + random.nextInt(40); // few levels, many ties
            float[] values = new float[size + 3];
            for (int j = 0; j < values.length; j++) {
                values[j] = j < size ? random.nextInt(levels) - 7.5f : 1e9f; // beyond the size: never to be seen
            }
            if (random.nextInt(5) == 0) {
                values[random.nextInt(size)] = Float.NEGATIVE_INFINITY;
            }
            float[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            int k = 1 + random.nextInt(size);
            assertThat(Selection.kthHighest(values, size, k)).isEqualTo(sorted[size - k]);
            float[] front = Arrays.copyOf(values, k);
            Arrays.sort(front);
            assertThat(front).isEqualTo(Arrays.copyOfRange(sorted, size - k, size));
        }
    }

    @Test
    void isQuickOnOrderedAndEqualValues() {
        float[] ordered = new float[200_000];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = i;
        }
        assertThat(Selection.kthHighest(ordered, ordered.length, 50)).isEqualTo(199_950);
        assertThat(Selection.kthHighest(new float[200_000], 200_000, 50)).isZero();
    }

    @Test
    void theNucleusEndsWhereSortedWeightsReachTheSum() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 5000; i++) {
            int size = 1 + random.nextInt(40);
            int levels = 1 + random.nextInt(30);
            float[] logits = new float[size];
            double[] weights = new double[size];
            for (int token = 0; token < size; token++) {
                int level = random.nextInt(levels);
                logits[token] = level;
                weights[token] = level; // whole numbers: sums are exact in any order
            }
            Integer[] ranked = new Integer[size];
            int[] tokens = new int[size];
            Arrays.setAll(ranked, token -> token);
            Arrays.setAll(tokens, token -> token);
            Arrays.sort(
                    ranked, (one, other) -> Selection.comesAfter(one, other, logits) ? 1 : one.equals(other) ? 0 : -1);
            double wanted = .5 + random.nextInt((int) Arrays.stream(weights).sum() + 1);
            int last = 0;
            double sum = weights[ranked[0]];
            while (sum < wanted && last < size - 1) {
                sum += weights[ranked[++last]];
            }
            assertThat(Selection.lastOfNucleus(tokens, size, logits, weights, wanted))
                    .isEqualTo(ranked[last]);
        }
    }
}
