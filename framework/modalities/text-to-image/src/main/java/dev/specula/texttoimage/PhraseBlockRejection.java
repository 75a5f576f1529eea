package dev.specula.texttoimage;

import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.noise.Noise;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.BlockRejection;
import dev.specula.token.Laws;
import dev.specula.token.SampledDraft;
import dev.specula.token.Verdict;

/**
 * Judges tokens that often occur together as one block: SJD-PV (arXiv:2603.06666) in a form that keeps the law. How many of the
 * next tokens are judged together follows from what is kept: as many as the longest known phrase goes on for that begins with
 * the last token. An empty library is {@link dev.specula.token.Rejection}. For chains, and for sources that draw what was not
 * kept anew, see {@link BlockRejection}. Thread-safe.
 */
public final class PhraseBlockRejection implements AcceptanceRule<SampledDraft> {
    private final BlockRejection blocks = new BlockRejection();
    private final PhraseLibrary library;

    /**
     * A rule for {@code target} with the phrases that are stored with it.
     *
     * @throws IncompatibleModelsException if there are none
     */
    public PhraseBlockRejection(CausalModel target) {
        this(PhraseLibrary.of(target));
    }

    /** A rule with the phrases of {@code library}. */
    public PhraseBlockRejection(PhraseLibrary library) {
        this.library = library;
    }

    @Override
    public Verdict judge(SampledDraft draft, Laws target, Noise noise) {
        Verdict kept = draft.verdict();
        while (kept.last() < draft.last()) {
            int known = library.longestAfter(draft.token(kept.last(), 0));
            int together = Math.max(1, Math.min(known, draft.last() - kept.last()));
            if (!blocks.keep(draft, target, noise, kept, together)) {
                return kept.end();
            }
        }
        blocks.sayBonus(draft, target, noise, kept);
        return kept.end();
    }
}
