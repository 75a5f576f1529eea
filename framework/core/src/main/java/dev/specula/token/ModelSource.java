package dev.specula.token;

import dev.specula.noise.Noise;

/** Proposes what a smaller model says, arranged by a growth. Closes the model's sequence with itself. */
public final class ModelSource implements Source<Draft> {
    private final Sequence small;
    private final Growth growth;

    /** Drafts with {@code small}, which starts with the same answer still to come. */
    public ModelSource(Sequence small, Growth growth) {
        this.small = small;
        this.growth = growth;
    }

    @Override
    public void propose(Draft draft, Sequence main, int budget, Noise noise) {
        growth.grow(draft, small, budget, noise);
    }

    @Override
    public void settle(Draft draft, Laws target, Verdict kept, Noise noise) {
        small.settle(draft, kept);
    }

    @Override
    public void close() {
        small.close();
    }
}
