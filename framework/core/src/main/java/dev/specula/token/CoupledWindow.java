package dev.specula.token;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;

/**
 * A Jacobi window whose guesses change as seldom as their laws allow: Speculative Coupled Decoding (arXiv:2510.24211, there
 * also MC-SJD), in both of its couplings. Each guess still has exactly the law it claims.
 */
public final class CoupledWindow extends LawWindow {
    private final GuessCoupling coupling;
    private final Residual residual = new Residual();

    /** Starts with any token and keeps guesses as often as can be. */
    public CoupledWindow() {
        this(GuessCoupling.MAXIMAL, WindowStart.ANY_TOKEN);
    }

    /** Couples by {@code coupling} and starts with {@code start}. */
    public CoupledWindow(GuessCoupling coupling, WindowStart start) {
        super(start);
        this.coupling = coupling;
    }

    @Override
    int follow(int guess, Law before, Law now, long position, Noise noise, int round) {
        if (coupling == GuessCoupling.SHARED_RACE) {
            return first(now, position, noise, round);
        }
        Noise fresh = noise.inRound(round);
        if (fresh.happens(Noise.Use.ACCEPT, now.prob(guess) / before.prob(guess), position, 0)) {
            return guess;
        }
        residual.reset(now, before);
        residual.refuse(guess);
        return fresh.draw(Noise.Use.DRAFT, residual, position, 0);
    }

    @Override
    int first(Law now, long position, Noise noise, int round) {
        return coupling == GuessCoupling.SHARED_RACE
                ? noise.draw(Noise.Use.DRAFT, now, position, 0)
                : super.first(now, position, noise, round);
    }

    @Override
    Noise starting(Noise noise, int round) {
        return coupling == GuessCoupling.SHARED_RACE ? noise : super.starting(noise, round);
    }
}
