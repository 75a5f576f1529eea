package dev.specula.speech;

import dev.specula.model.CausalModel;
import dev.specula.text.RetokenisedModel;

/** The pipelines of {@link SpokenBlocksModels} for any other models, known only at run time. The caller owns the models. */
public final class DefaultPipelines {
    /** Most tokens of a draft where nobody says. */
    public static final int LONGEST = SpokenBlocksChainPipeline.PLAN.longest();

    /** Most tokens of a draft of {@link #bySpecAsr} where nobody says: it ends a draft itself where it is not sure. */
    public static final int LONGEST_BY_SPEC_ASR = SpokenBlocksPipeline.PLAN.longest();

    private DefaultPipelines() {}

    /**
     * Drafts with {@code draft}, at most {@code longest} tokens at a time and only as many as pay. Where it has other tokens than the
     * target, its text is translated.
     *
     * @throws dev.specula.model.IncompatibleModelsException if the two do not fit each other or the contract
     */
    public static SpeechToText withDraft(CausalModel target, CausalModel draft, int longest) {
        return new SpokenBlocksChainPipeline(target, RetokenisedModel.of(draft, target), longest);
    }

    /**
     * Drafts by lookup, at most {@code longest} tokens at a time and only as many as pay.
     *
     * @throws dev.specula.model.IncompatibleModelsException if the target does not fit the contract
     */
    public static SpeechToText byLookup(CausalModel target, int longest) {
        return new SpokenBlocksLookupPipeline(target, longest);
    }

    /**
     * Drafts with {@code draft} as {@link SpecAsr} says, at most {@code longest} tokens at a time and only as many as pay: better than
     * {@link #withDraft} where the draft model is mostly right and knows when it is not. Where it has other tokens than the target, its
     * text is translated.
     *
     * @throws dev.specula.model.IncompatibleModelsException if the two do not fit each other or the contract
     */
    public static SpeechToText bySpecAsr(CausalModel target, CausalModel draft, int longest) {
        return new SpokenBlocksPipeline(target, RetokenisedModel.of(draft, target), longest);
    }
}
