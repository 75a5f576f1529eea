package dev.specula.token;

import dev.specula.noise.Noise;

/** One node after the other: a pass of the predictor for each. */
public final class ChainGrowth implements Growth {
    private final int tokens;

    /** Chains of at most {@code tokens} nodes. */
    public ChainGrowth(int tokens) {
        this.tokens = tokens;
    }

    @Override
    public void grow(Draft draft, Predictor predictor, int budget, Noise noise) {
        for (int left = Math.min(budget, tokens); left > 0 && draft.isOpen(); left--) {
            draft.draw(draft.last(), predictor.pass(draft), noise);
        }
    }
}
