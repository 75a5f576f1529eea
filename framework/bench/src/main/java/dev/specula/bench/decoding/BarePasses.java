package dev.specula.bench.decoding;

import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Bare passes over 1 to so many new positions of a sequence of typical length: no laws, no sampling, random tokens. One position
 * is computed as plain decoding does it, two and more as a target's passes are. They take turns with the decoders they are
 * compared with, and their times are summed up alike: means of a repeat, the median of the repeats.
 */
public final class BarePasses implements AutoCloseable {
    private static final int LEAD_IN = 3;

    private final CausalModel model;
    private final Random random;
    private final Sequence fastest;
    private final Sequence exact;
    private final Draft draft = new Draft(1);
    private final long[] spent; // (positions,) nanoseconds of the sweeps of this repeat
    private final List<double[]> means = new ArrayList<>(); // (repeats, positions)
    private final int sweepsPerTurn;
    private int sweeps;

    /**
     * Passes of {@code model} with 1 to {@code most} positions after {@code columns} columns, so many times a turn. They attend
     * to the memory of {@code typical}, if there is one, and are both runs of the model where it asks for guidance.
     */
    public BarePasses(CausalModel model, Prompt typical, int columns, int most, int sweepsPerTurn, long seed) {
        this.model = model;
        this.sweepsPerTurn = sweepsPerTurn;
        this.random = new Random(seed);
        this.spent = new long[most];
        int held = Math.max(2, Math.min(columns, model.spec().contextTokens() - most - 2));
        Prompt prompt = like(typical, held).guided(like(typical, held), typical.guidance());
        this.fastest = model.openGuided(prompt, Sampling.GREEDY, Passes.FASTEST);
        this.exact = model.openGuided(prompt, Sampling.GREEDY, Passes.EXACT);
    }

    private Prompt like(Prompt typical, int length) {
        Prompt prompt = Prompt.of(tokens(length));
        FloatBuffer memory = typical.memory();
        return memory == null ? prompt : prompt.attendingTo(memory);
    }

    /** Takes a turn. */
    public void turn() {
        for (int i = 0; i < sweepsPerTurn; i++) {
            sweep();
        }
    }

    /** Starts a repeat: what was measured since the last one ended only warmed up. */
    public void start() {
        Arrays.fill(spent, 0);
        sweeps = 0;
    }

    /** Ends a repeat that counts. */
    public void end() {
        double[] mean = new double[spent.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = spent[i] / (double) sweeps;
        }
        means.add(mean);
    }

    /** Of the repeats that ended: the median of a pass over one position, and of what each other pass took beside it. */
    public CostCurve curve() {
        double[] nanos = new double[spent.length];
        double one = Median.of(means.stream().mapToDouble(mean -> mean[0]).toArray());
        for (int i = 0; i < nanos.length; i++) {
            int position = i;
            nanos[i] = one
                    * Median.of(means.stream()
                            .mapToDouble(mean -> mean[position] / mean[0])
                            .toArray());
        }
        return new CostCurve(nanos);
    }

    private void sweep() {
        warm(fastest);
        spent[0] += pass(fastest, 1);
        warm(exact);
        for (int positions = 2; positions <= spent.length; positions++) {
            spent[positions - 1] += pass(exact, positions);
        }
        sweeps++;
    }

    /** Untimed passes, for others have used the caches meanwhile. */
    private void warm(Sequence main) {
        for (int i = 0; i < LEAD_IN; i++) {
            pass(main, 1);
        }
    }

    private long pass(Sequence main, int positions) {
        draft.restart(main);
        for (int token : tokens(positions - 1)) {
            draft.add(draft.last(), token);
        }
        long start = System.nanoTime();
        main.pass(draft);
        return System.nanoTime() - start;
    }

    private int[] tokens(int count) {
        return random.ints(count, 0, model.vocabulary().size()).toArray();
    }

    @Override
    public void close() {
        fastest.close();
        exact.close();
    }
}
