package dev.specula.token;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;

/**
 * A Jacobi window that draws all guesses anew in each round, independently of those before: Speculative Jacobi Decoding (Teng
 * et al. 2024, arXiv:2410.01699). Exact under any rule that keeps the law of drawn tokens.
 *
 * <p>Differs from the released code in one thing: a position that no pass has spoken of is divided by the law it was drawn
 * from, not by one, which keeps more of the first guesses.
 */
public final class RedrawnWindow extends LawWindow {
    /** Starts with any token. */
    public RedrawnWindow() {
        this(WindowStart.ANY_TOKEN);
    }

    /** Starts with {@code start}. */
    public RedrawnWindow(WindowStart start) {
        super(start);
    }

    @Override
    int follow(int guess, Law before, Law now, long position, Noise noise, int round) {
        return first(now, position, noise, round);
    }
}
