package dev.specula.speech;

import dev.specula.DraftModel;
import dev.specula.Modality;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoader;
import dev.specula.token.DraftsByLookup;

/** A published pair of many languages: Whisper base, drafted for by Whisper tiny, which has the same tokens. */
public final class WhisperModels {
    /** Where the target is published. */
    public static final String TARGET = "hf://openai/whisper-base";

    /** Where the draft is published. */
    public static final String DRAFT = "hf://openai/whisper-tiny";

    /** Drafts what followed the last words where they were said before, or stand in the prompt: needs no draft model. */
    @DraftsByLookup
    public @interface Lookup {}

    /** Hears speech and writes it down. */
    @TargetModel(
            accepts = Modality.AUDIO,
            emits = Modality.TEXT,
            location = TARGET,
            presets = {Lookup.class, SpecAsr.class})
    public CausalModel whisper(ModelLoader load) {
        return load.causal("whisper");
    }

    /** Guesses what the target will write. */
    @DraftModel(accepts = Modality.AUDIO, location = DRAFT)
    public CausalModel whisperDraft(ModelLoader load) {
        return load.causal("whisperDraft");
    }
}
