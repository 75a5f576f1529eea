package dev.specula.language;

import dev.specula.model.CausalModel;
import dev.specula.text.RetokenisedModel;

/** The pipelines of {@link SmolLmModels} for any other models, known only at run time. The caller owns the models. */
public final class DefaultPipelines {
    /** Most tokens of a draft model's draft where nobody says. */
    public static final int LONGEST = SmolLmPipeline.PLAN.longest();

    /** Most tokens of a draft by lookup where nobody says: quotations are long, and no more is drafted than is worth its time. */
    public static final int LONGEST_BY_LOOKUP = SmolLmLookupPipeline.PLAN.longest();

    private DefaultPipelines() {}

    /**
     * Drafts with {@code draft}, at most {@code longest} tokens at a time and only as many as pay. Where it has other tokens than the
     * target, its text is translated.
     */
    public static TextToText withDraft(CausalModel target, CausalModel draft, int longest) {
        return new SmolLmPipeline(target, RetokenisedModel.of(draft, target), longest);
    }

    /** Drafts by lookup, at most {@code longest} tokens at a time and only as many as pay. */
    public static TextToText byLookup(CausalModel target, int longest) {
        return new SmolLmLookupPipeline(target, longest);
    }
}
