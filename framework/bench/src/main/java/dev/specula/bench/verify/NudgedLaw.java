package dev.specula.bench.verify;

import dev.specula.noise.Law;

/** A law in which one token is a little more likely, or less. */
final class NudgedLaw implements Law {
    private final Law law;
    private final int token;
    private final double factor;

    NudgedLaw(Law law, int token, double factor) {
        this.law = law;
        this.token = token;
        this.factor = factor;
    }

    @Override
    public int size() {
        return law.size();
    }

    @Override
    public double prob(int asked) {
        return asked == token ? factor * law.prob(asked) : law.prob(asked);
    }

    @Override
    public int support() {
        return law.support();
    }

    @Override
    public int supported(int index) {
        return law.supported(index);
    }
}
