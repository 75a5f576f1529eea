package dev.specula.benchmarks.published;

import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Times of bare passes after a prompt, all rows' logits computed; no law is read. */
final class PassTimes {
    private static final int[] ROWS = {1, 2, 4, 8, 16};

    private PassTimes() {}

    /** Median seconds of a pass by its number of rows; one row as plain decoding computes it. */
    static SortedMap<Integer, Double> after(CausalModel model, int[] prompt, int repeats) {
        double[][] times = new double[ROWS.length][repeats];
        try (Sequence one = model.open(Prompt.of(prompt), Sampling.GREEDY, Passes.FASTEST);
                Sequence more = model.open(Prompt.of(prompt), Sampling.GREEDY, Passes.EXACT)) {
            prepare(one, prompt);
            prepare(more, prompt);
            for (int repeat = -3; repeat < repeats; repeat++) {
                for (int i = 0; i < ROWS.length; i++) {
                    double time = pass(ROWS[i] == 1 ? one : more, ROWS[i], prompt);
                    if (repeat >= 0) {
                        times[i][repeat] = time;
                    }
                }
            }
        }
        SortedMap<Integer, Double> medians = new TreeMap<>();
        for (int i = 0; i < ROWS.length; i++) {
            medians.put(ROWS[i], median(times[i]));
        }
        return medians;
    }

    private static void prepare(Sequence sequence, int[] prompt) {
        Draft draft = new Draft(1);
        draft.restart(sequence);
        sequence.pass(draft);
        sequence.append(new int[] {prompt[0]});
    }

    private static double pass(Sequence sequence, int rows, int[] prompt) {
        Draft draft = new Draft(1);
        draft.restart(sequence);
        for (int node = 0; node < rows - 1; node++) {
            draft.add(node, prompt[node]);
        }
        long start = System.nanoTime();
        sequence.pass(draft);
        double seconds = (System.nanoTime() - start) / 1e9;
        sequence.rewindTo(sequence.length());
        return seconds;
    }

    /** The median of what each of {@code one} has over its neighbour in {@code other}: a slow minute hits both. */
    static <T> double medianRatio(List<T> one, List<T> other, ToDoubleFunction<T> value) {
        return median(IntStream.range(0, one.size())
                .mapToDouble(i -> value.applyAsDouble(one.get(i)) / value.applyAsDouble(other.get(i)))
                .toArray());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
