package dev.specula.visionlanguage;

import dev.specula.model.CausalModel;

/** The pipelines of {@link BlocksModels} for any other models, known only at run time. The caller owns the models. */
public final class DefaultPipelines {
    /** Most tokens of a draft where nobody says. */
    public static final int LONGEST = BlocksPipeline.PLAN.longest();

    private DefaultPipelines() {}

    /**
     * Drafts with {@code draft}, at most {@code longest} tokens at a time and only as many as pay.
     *
     * @throws dev.specula.model.IncompatibleModelsException if the two do not fit each other or the contract
     */
    public static ImageToText withDraft(CausalModel target, CausalModel draft, int longest) {
        return new BlocksPipeline(target, draft, longest);
    }

    /**
     * Drafts by lookup, at most {@code longest} tokens at a time and only as many as pay.
     *
     * @throws dev.specula.model.IncompatibleModelsException if the target does not fit the contract
     */
    public static ImageToText byLookup(CausalModel target, int longest) {
        return new BlocksLookupPipeline(target, longest);
    }
}
