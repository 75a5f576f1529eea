package dev.specula.token;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;

/**
 * A Jacobi window that keeps a guess whose probability has not fallen too far, and draws the others anew: SJD++ (Teng et al.
 * 2025, arXiv:2512.07503) as published. Which guesses are kept depends on what they are, so a kept one no longer has the law
 * that it is divided by: an approximation, by how much depends on the model. {@link JacobiWindow} has the same reuse exactly,
 * under {@link Match}, and {@link CoupledWindow} keeps guesses as often as an exact ratio rule allows.
 */
public final class ReusingWindow extends LawWindow {
    private final double reuseAbove;

    /** Reuses a guess if the new probability exceeds {@code reuseAbove}, at least 0, times the one it was drawn with. */
    public ReusingWindow(double reuseAbove, WindowStart start) {
        super(start);
        if (!(reuseAbove >= 0)) {
            throw new IllegalArgumentException(
                    "reuseAbove must be at least 0, but was " + reuseAbove + "; infinity draws all guesses anew.");
        }
        this.reuseAbove = reuseAbove;
    }

    @Override
    int follow(int guess, Law before, Law now, long position, Noise noise, int round) {
        return now.prob(guess) > reuseAbove * before.prob(guess) ? guess : first(now, position, noise, round);
    }
}
