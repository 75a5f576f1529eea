package dev.specula.bench.decoding;

import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.util.Random;

/**
 * Time of a bare pass by its number of new positions, on a sequence of typical length: no laws, no sampling, random tokens.
 * One position is computed as plain decoding does it, two and more as a target's passes are.
 */
public final class CostCurve {
    private static final int WARM_UP = 20;

    private final double[] nanos; // (positions,) medians; index 0 is one position

    private CostCurve(double[] nanos) {
        this.nanos = nanos;
    }

    /**
     * Measures {@code model} with 1 to {@code most} positions after {@code columns} columns, all of them {@code repeats} times
     * in turn.
     */
    public static CostCurve of(CausalModel model, int columns, int most, int repeats, long seed) {
        Random random = new Random(seed);
        int held = Math.max(2, Math.min(columns, model.spec().contextTokens() - most - 2));
        Prompt prompt = Prompt.of(tokens(model, held, random));
        double[][] times = new double[most][repeats];
        try (Sequence fastest = model.open(prompt, Sampling.GREEDY, Passes.FASTEST);
                Sequence exact = model.open(prompt, Sampling.GREEDY, Passes.EXACT)) {
            Draft draft = new Draft(1);
            for (int repeat = -WARM_UP; repeat < repeats; repeat++) {
                for (int positions = 1; positions <= most; positions++) {
                    Sequence main = positions == 1 ? fastest : exact;
                    draft.restart(main);
                    for (int token : tokens(model, positions - 1, random)) {
                        draft.add(draft.last(), token);
                    }
                    long start = System.nanoTime();
                    main.pass(draft);
                    long time = System.nanoTime() - start;
                    if (repeat >= 0) {
                        times[positions - 1][repeat] = time;
                    }
                }
            }
        }
        double[] medians = new double[most];
        for (int i = 0; i < most; i++) {
            medians[i] = Median.of(times[i]);
        }
        return new CostCurve(medians);
    }

    private static int[] tokens(CausalModel model, int count, Random random) {
        return random.ints(count, 0, model.vocabulary().size()).toArray();
    }

    /** Most positions that were measured. */
    public int most() {
        return nanos.length;
    }

    /** Time of a pass over {@code positions}, in nanoseconds. */
    public double nanos(int positions) {
        return nanos[positions - 1];
    }

    /** v(n): time over {@code positions}, whole or not, over the time of one. Past the last, the last. */
    public double at(double positions) {
        double within = Math.max(1, Math.min(positions, nanos.length));
        int below = (int) within;
        int above = Math.min(below + 1, nanos.length);
        double part = within - below;
        return ((1 - part) * nanos(below) + part * nanos(above)) / nanos(1);
    }
}
