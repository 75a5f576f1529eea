package dev.specula.token;

import dev.specula.noise.Noise;

/**
 * Proposes the nearest token before that the grammar leaves, again and again: neighbouring codes of a picture mostly agree. What
 * Speculative Jacobi Decoding (Teng et al. 2024, arXiv:2410.01699) starts a window from, without what it goes on with: guesses
 * that the target made behind a token that proved wrong often repeat that mistake, where areas are even. Where no token
 * near by may stand, any that may is proposed.
 */
public final class Repeating implements Source<Draft> {
    private final FreshColumns fresh = new FreshColumns(WindowStart.TOKEN_BEFORE);

    @Override
    public void propose(Draft draft, Sequence main, int budget, Noise noise) {
        fresh.restart(main);
        for (int i = 0; i < budget; i++) {
            fresh.add(draft, noise);
        }
    }

    @Override
    public void settle(Draft draft, Laws target, Verdict kept, Noise noise) {
        // What was said is all it looks at.
    }
}
