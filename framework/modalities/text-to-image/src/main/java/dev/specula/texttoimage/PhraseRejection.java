package dev.specula.texttoimage;

import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.noise.Noise;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.BlockRejection;
import dev.specula.token.Laws;
import dev.specula.token.SampledDraft;
import dev.specula.token.Verdict;
import java.util.Arrays;

/**
 * Keeps drafted tokens that make a known phrase together, by the product of their ratios, and tries them one by one with new
 * coins otherwise: SJD-PV (arXiv:2603.06666) as published. An approximation: which tokens are tried together depends on the
 * tokens, and a second try is one too many; {@link PhraseBlockRejection} is the exact form. An empty library is {@link
 * dev.specula.token.Rejection}. For chains. Thread-safe.
 *
 * <p>The paper's text was not at hand: library and fallback follow its abstract and a later paper of the same group.
 */
public final class PhraseRejection implements AcceptanceRule<SampledDraft> {
    /** Lane of the coins that phrases are judged by: no column has so many. */
    private static final int PHRASES = Integer.MAX_VALUE;

    private final BlockRejection blocks = new BlockRejection();
    private final PhraseLibrary library;

    /**
     * A rule for {@code target} with the phrases that are stored with it.
     *
     * @throws IncompatibleModelsException if there are none
     */
    public PhraseRejection(CausalModel target) {
        this(PhraseLibrary.of(target));
    }

    /** A rule with the phrases of {@code library}. */
    public PhraseRejection(PhraseLibrary library) {
        this.library = library;
    }

    @Override
    public Verdict judge(SampledDraft draft, Laws target, Noise noise) {
        Verdict kept = draft.verdict();
        while (kept.last() < draft.last()) {
            int together = phraseAfter(draft, kept.last());
            if (together > 1 && keepsAll(draft, target, noise, kept, together)) {
                continue;
            }
            if (!blocks.keep(draft, target, noise, kept, 1)) {
                return kept.end();
            }
        }
        blocks.sayBonus(draft, target, noise, kept);
        return kept.end();
    }

    private int phraseAfter(SampledDraft draft, int node) {
        int[] tokens = new int[draft.last() - node];
        Arrays.setAll(tokens, i -> draft.token(node + 1 + i, 0));
        return library.longestMatch(tokens);
    }

    private static boolean keepsAll(SampledDraft draft, Laws target, Noise noise, Verdict kept, int length) {
        int root = kept.last();
        double logRatio = 0; // a sum of logarithms: a product of many small ratios would be rounded to 0
        for (int node = root + 1; node <= root + length; node++) {
            int token = draft.token(node, 0);
            logRatio += Math.log(target.law(node - 1, 0).prob(token))
                    - Math.log(draft.lawOf(node).prob(token));
        }
        if (!noise.happens(Noise.Use.ACCEPT, Math.exp(Math.min(0, logRatio)), draft.positionAfter(root), PHRASES)) {
            return false;
        }
        for (int node = root + 1; node <= root + length; node++) {
            kept.follow(node);
        }
        return true;
    }
}
