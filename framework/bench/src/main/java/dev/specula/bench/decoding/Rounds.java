package dev.specula.bench.decoding;

/**
 * The rounds of an answer after its first one, or those of many answers added up: decoding and nothing else.
 *
 * @param count of rounds
 * @param tokens they committed
 * @param drafted nodes
 * @param guesses of rounds without draft
 * @param draftNanos until the target's passes began
 * @param targetNanos of the target's passes
 * @param nanos in all
 */
public record Rounds(
        long count, long tokens, long drafted, long guesses, long draftNanos, long targetNanos, long nanos) {
    /** No round. */
    public static final Rounds NONE = new Rounds(0, 0, 0, 0, 0, 0, 0);

    /** These and {@code other}. */
    public Rounds plus(Rounds other) {
        return new Rounds(
                count + other.count,
                tokens + other.tokens,
                drafted + other.drafted,
                guesses + other.guesses,
                draftNanos + other.draftNanos,
                targetNanos + other.targetNanos,
                nanos + other.nanos);
    }

    /** Tokens a round, bonus included. */
    public double tau() {
        return perRound(tokens);
    }

    /** Drafted nodes a round. */
    public double draftedPerRound() {
        return perRound(drafted);
    }

    /** Positions of a target pass. */
    public double rows() {
        return 1 + perRound(drafted + guesses);
    }

    /** Time of a token. */
    public double nanosPerToken() {
        return nanos / (double) Math.max(1, tokens);
    }

    /** Time of a round until the target's pass begins. */
    public double draftNanosPerRound() {
        return perRound(draftNanos);
    }

    /** Time of a target's pass. */
    public double targetNanosPerRound() {
        return perRound(targetNanos);
    }

    /** Time of a round that is neither drafting nor the target's pass. */
    public double restNanosPerRound() {
        return perRound(nanos - draftNanos - targetNanos);
    }

    private double perRound(long total) {
        return total / (double) Math.max(1, count);
    }
}
