package dev.specula.language;

import dev.specula.DraftModel;
import dev.specula.Modality;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoader;
import dev.specula.token.Chain;
import dev.specula.token.DraftsByLookup;

/** A published pair: SmolLM2 of 1.7 billion weights, drafted for by the one of 135 million, which has the same tokens. */
public final class SmolLmModels {
    /** Where the target is published. */
    public static final String TARGET = "hf://HuggingFaceTB/SmolLM2-1.7B-Instruct";

    /** Where the draft is published. */
    public static final String DRAFT = "hf://HuggingFaceTB/SmolLM2-135M-Instruct";

    /** Drafts what followed the last words where they were said before, or stand in the prompt: needs no draft model. */
    @DraftsByLookup
    @Chain(tokens = 32)
    public @interface Lookup {}

    /** Reads a conversation and says its next turn. */
    @TargetModel(accepts = Modality.TEXT, emits = Modality.TEXT, location = TARGET, presets = Lookup.class)
    public CausalModel smolLm(ModelLoader load) {
        return load.causal("smolLm");
    }

    /** Guesses what the target will say. */
    @DraftModel(accepts = Modality.TEXT, location = DRAFT)
    public CausalModel smolLmDraft(ModelLoader load) {
        return load.causal("smolLmDraft");
    }
}
