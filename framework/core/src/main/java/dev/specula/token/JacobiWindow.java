package dev.specula.token;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;

/**
 * Proposes what the target itself said for the same positions in its last pass, after a prefix that has changed since: no
 * draft model. Positions that no pass has spoken of start as a {@link WindowStart} says (Jacobi decoding, Santilli et al. 2023,
 * arXiv:2305.10427; with shared noise as in Speculative Coupled Decoding, arXiv:2510.24211, whose Gumbel coupling this is).
 * Under {@link Match} no laws need to be stored; its guesses share the answer's noise, so no ratio rule may judge them.
 *
 * <p>A guess may be reused where it still looks good, as in SJD++ (arXiv:2512.07503): where the target's new probability of it
 * exceeds {@code reuseAbove} times the one it was drawn with. A guess drawn anew is the token that the target would say now,
 * so this rarely helps under match; whatever is proposed, the answer is the same.
 */
public final class JacobiWindow implements Source<Draft> {
    private final FreshColumns fresh;
    private final double reuseAbove;
    private int[] held = new int[0]; // (guesses, lanes) tokens for the positions after the next root
    private double[] chances = new double[0]; // (guesses, lanes) probability with which each was drawn
    private double[] drafted = new double[0]; // (guesses, lanes) the same of those in the draft
    private int[] column = new int[0];
    private int guesses;
    private int proposed; // guesses in the draft that a pass had spoken of

    /** Starts with any token and draws all guesses anew. */
    public JacobiWindow() {
        this(WindowStart.ANY_TOKEN, Double.POSITIVE_INFINITY);
    }

    /** Starts with {@code start}; reuses guesses whose probability grew by more than {@code reuseAbove}, at least 0. */
    public JacobiWindow(WindowStart start, double reuseAbove) {
        if (!(reuseAbove >= 0)) {
            throw new IllegalArgumentException(
                    "reuseAbove must be at least 0, but was " + reuseAbove + "; infinity draws all guesses anew.");
        }
        this.fresh = new FreshColumns(start);
        this.reuseAbove = reuseAbove;
    }

    @Override
    public void propose(Draft draft, Sequence main, int budget, Noise noise) {
        int lanes = draft.lanes();
        if (column.length != lanes) {
            column = new int[lanes];
        }
        fresh.restart(main);
        proposed = Math.min(guesses, budget);
        for (int i = 0; i < proposed; i++) {
            System.arraycopy(held, i * lanes, column, 0, lanes);
            draft.add(draft.last(), column);
            fresh.passBy(draft, draft.last());
        }
        for (int i = proposed; i < budget; i++) {
            fresh.add(draft, noise);
        }
        double[] before = drafted;
        drafted = chances;
        chances = before;
        guesses = 0;
    }

    @Override
    public void settle(Draft draft, Laws target, Verdict kept, Noise noise) {
        int lanes = draft.lanes();
        // The column after the path is the next root; what follows each later node is a guess for the position after
        // it.
        int first = kept.kept() + 1;
        guesses = Math.max(0, draft.nodes() - first);
        if (held.length < guesses * lanes) {
            held = new int[guesses * lanes];
        }
        if (chances.length < guesses * lanes) {
            chances = new double[guesses * lanes];
        }
        for (int i = 0; i < guesses; i++) {
            int node = first + i;
            for (int lane = 0; lane < lanes; lane++) {
                Law law = target.law(node, lane);
                int guess = node < proposed ? draft.token(node + 1, lane) : Draft.NONE;
                boolean reused = guess != Draft.NONE && law.prob(guess) > reuseAbove * drafted[node * lanes + lane];
                held[i * lanes + lane] = reused ? guess : noise.token(law, draft.positionAfter(node), lane);
                chances[i * lanes + lane] = law.prob(held[i * lanes + lane]);
            }
        }
        fresh.learn(draft, target);
    }
}
