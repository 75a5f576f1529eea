package dev.specula.token;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;

/**
 * A chain that ends where the draft model is no longer sure: before a token whose likeliest candidate has less than a given
 * probability (adaptive single sequence of SpecASR, arXiv:2507.18181, and the assistant's threshold of published libraries).
 */
public final class ConfidentChainGrowth implements Growth {
    private final int tokens;
    private final double confidence;

    /**
     * Chains of at most {@code tokens} nodes.
     *
     * @param confidence least probability of the likeliest token, without temperature, in [0, 1]; 0 never stops
     */
    public ConfidentChainGrowth(int tokens, double confidence) {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be between 0 and 1, but was " + confidence + ".");
        }
        this.tokens = tokens;
        this.confidence = confidence;
    }

    @Override
    public void grow(Draft draft, Predictor predictor, int budget, Noise noise) {
        for (int left = Math.min(budget, tokens); left > 0 && draft.isOpen(); left--) {
            Pass pass = predictor.pass(draft);
            if (!isSure(pass.law(draft.last(), 0))) {
                return;
            }
            draft.draw(draft.last(), pass, noise);
        }
    }

    private boolean isSure(Law law) {
        return confidence == 0 || law.certaintyAtLeast() >= confidence || law.certainty() >= confidence;
    }
}
