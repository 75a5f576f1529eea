package dev.specula.token;

import dev.specula.noise.Noise;

/**
 * Proposes what the target itself said for the same positions in its last pass, after a prefix that has changed since: no
 * draft model. Positions without such a token get one at random (Jacobi decoding, Santilli et al. 2023, arXiv:2305.10427;
 * with shared noise as in Speculative Coupled Decoding, arXiv:2510.24211, whose Gumbel coupling this is). Under {@link Match}
 * no laws need to be stored; its guesses share the answer's noise, so no ratio rule may judge them.
 */
public final class JacobiWindow implements Source<Draft> {
    private final int vocabulary;
    private int[] held = new int[0]; // (guesses, lanes) tokens for the positions after the next root
    private int[] column = new int[0];
    private int guesses;

    /** A window over a vocabulary of {@code vocabulary} tokens. */
    public JacobiWindow(int vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void propose(Draft draft, Sequence main, int budget, Noise noise) {
        int lanes = draft.lanes();
        if (column.length != lanes) {
            column = new int[lanes];
        }
        for (int i = 0; i < budget; i++) {
            long position = draft.positionAfter(draft.last());
            for (int lane = 0; lane < lanes; lane++) {
                column[lane] = i < guesses
                        ? held[i * lanes + lane]
                        : (int) (noise.uniform(Noise.Use.DRAFT, position, lane) * vocabulary);
            }
            draft.add(draft.last(), column);
        }
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
        for (int i = 0; i < guesses; i++) {
            int node = first + i;
            for (int lane = 0; lane < lanes; lane++) {
                held[i * lanes + lane] = noise.token(target.law(node, lane), draft.positionAfter(node), lane);
            }
        }
    }
}
