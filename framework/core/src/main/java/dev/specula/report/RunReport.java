package dev.specula.report;

import java.util.Arrays;

/**
 * Counts and times of the rounds of one answer, or of many added up. Kept by one thread; a copy is a snapshot.
 *
 * <p>A round is one target pass. tau counts the columns that a round commits, bonus included; the acceptance rate is kept
 * over drafted nodes.
 */
public final class RunReport {
    private long rounds;
    private long drafted;
    private long guesses;
    private long kept;
    private long committed;
    private long firstNanos;
    private long draftNanos;
    private long targetNanos;
    private long[] draftedAt = new long[8]; // (positions,) rounds that drafted at least position + 1 nodes
    private long[] keptAt = new long[8]; // (positions,) rounds that kept at least position + 1 nodes

    /** Counts a round. Times are nanoseconds. */
    public void round(int draftedNodes, int keptNodes, int columns, long draftTime, long targetTime) {
        rounds++;
        drafted += draftedNodes;
        kept += keptNodes;
        committed += columns;
        draftNanos += draftTime;
        targetNanos += targetTime;
        if (draftedNodes > draftedAt.length) {
            draftedAt = Arrays.copyOf(draftedAt, 2 * draftedNodes);
            keptAt = Arrays.copyOf(keptAt, draftedAt.length);
        }
        for (int position = 0; position < draftedNodes; position++) {
            draftedAt[position]++;
            keptAt[position] += position < keptNodes ? 1 : 0;
        }
    }

    /** Counts a guess that a round without draft computed. */
    public void guess() {
        guesses++;
    }

    /** Notes the time of the first round, which computes the prompt as well. */
    public void first(long nanos) {
        firstNanos += nanos;
    }

    /** Adds the counts of {@code other}. */
    public void add(RunReport other) {
        rounds += other.rounds;
        drafted += other.drafted;
        guesses += other.guesses;
        kept += other.kept;
        committed += other.committed;
        firstNanos += other.firstNanos;
        draftNanos += other.draftNanos;
        targetNanos += other.targetNanos;
        if (other.draftedAt.length > draftedAt.length) {
            draftedAt = Arrays.copyOf(draftedAt, other.draftedAt.length);
            keptAt = Arrays.copyOf(keptAt, other.keptAt.length);
        }
        for (int position = 0; position < other.draftedAt.length; position++) {
            draftedAt[position] += other.draftedAt[position];
            keptAt[position] += other.keptAt[position];
        }
    }

    /** Target passes. */
    public long rounds() {
        return rounds;
    }

    /** Guesses that rounds without draft computed. */
    public long guesses() {
        return guesses;
    }

    /** Drafted nodes, guesses not counted. */
    public long drafted() {
        return drafted;
    }

    /** Drafted nodes that the rule kept, those after an end token included: what the draft is judged by. */
    public long kept() {
        return kept;
    }

    /** Rounds whose draft had a node at {@code position}, which counts from 0. Of a chain; a tree counts its nodes. */
    public long draftedAt(int position) {
        return position < draftedAt.length ? draftedAt[position] : 0;
    }

    /** Rounds that kept the node at {@code position}, which counts from 0. */
    public long keptAt(int position) {
        return position < keptAt.length ? keptAt[position] : 0;
    }

    /** Columns of the answer. */
    public long committed() {
        return committed;
    }

    /** Time of the first rounds, prompts included, in nanoseconds. */
    public long firstNanos() {
        return firstNanos;
    }

    /** Time spent drafting, in nanoseconds. */
    public long draftNanos() {
        return draftNanos;
    }

    /** Time of the target's passes, in nanoseconds. */
    public long targetNanos() {
        return targetNanos;
    }

    /** Columns committed per round, bonus included; 0 before the first round. */
    public double tau() {
        return rounds == 0 ? 0 : committed / (double) rounds;
    }

    /** Kept over drafted nodes, in [0, 1]; 0 where nothing was drafted. */
    public double acceptanceRate() {
        return drafted == 0 ? 0 : kept / (double) drafted;
    }

    /**
     * For each draft position, the share of rounds drafting that far which kept that far, in [0, 1]; as long as the longest
     * draft. Of a chain; a tree counts its nodes as positions.
     */
    public double[] acceptanceByPosition() {
        int positions = 0;
        while (positions < draftedAt.length && draftedAt[positions] > 0) {
            positions++;
        }
        double[] rates = new double[positions];
        for (int position = 0; position < positions; position++) {
            rates[position] = keptAt[position] / (double) draftedAt[position];
        }
        return rates;
    }
}
