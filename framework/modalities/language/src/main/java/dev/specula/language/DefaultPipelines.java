package dev.specula.language;

import dev.specula.model.CausalModel;

/** The pipelines of {@link SmolLmModels} for any other models, known only at run time. The caller owns the models. */
public final class DefaultPipelines {
    /** Most tokens of a draft where nobody says. */
    public static final int LONGEST = SmolLmPipeline.PLAN.longest();

    private DefaultPipelines() {}

    /**
     * Drafts with {@code draft}, at most {@code longest} tokens at a time and only as many as pay.
     *
     * @throws dev.specula.model.IncompatibleModelsException if the two have different tokens
     */
    public static TextToText withDraft(CausalModel target, CausalModel draft, int longest) {
        return new SmolLmPipeline(target, draft, longest);
    }

    /** Drafts by lookup, at most {@code longest} tokens at a time and only as many as pay. */
    public static TextToText byLookup(CausalModel target, int longest) {
        return new SmolLmLookupPipeline(target, longest);
    }
}
