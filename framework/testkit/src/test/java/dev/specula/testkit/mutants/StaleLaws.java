package dev.specula.testkit.mutants;

import dev.specula.noise.Law;
import dev.specula.token.Laws;

/** The mistake: a token drawn from one law is filed under another, of an earlier or later context. */
final class StaleLaws implements Laws {
    private final Laws drawnFrom;
    private final Laws remembered;
    private boolean drawn;

    StaleLaws(Laws drawnFrom, Laws remembered) {
        this.drawnFrom = drawnFrom;
        this.remembered = remembered;
    }

    @Override
    public Law law(int node, int lane) {
        drawn = !drawn;
        return (drawn ? drawnFrom : remembered).law(node, lane);
    }
}
