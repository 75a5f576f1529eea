package dev.specula.speech;

import dev.specula.DraftModel;
import dev.specula.Modality;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoader;
import dev.specula.token.DraftsByLookup;

/**
 * The pair that ships with this module: it writes down spoken commands about coloured blocks. The draft has no encoder; it
 * attends to what the target's heard. Trained by {@code framework/training}; the model cards lie beside the weights.
 */
public final class SpokenBlocksModels {
    /** Where the weights of the target are. */
    public static final String TARGET = "classpath:dev/specula/speech/blocks/target/";

    /** Where the weights of the draft are. */
    public static final String DRAFT = "classpath:dev/specula/speech/blocks/draft/";

    /** Drafts what followed the last words where they were said before, or stand in the prompt: needs no draft model. */
    @DraftsByLookup
    public @interface Lookup {}

    /** Drafts so many tokens a round, sure or not, and anew after each wrong one. */
    @dev.specula.token.Chain(tokens = 8)
    public @interface Chain {}

    /** Hears speech and writes it down. */
    @SpecAsr
    @TargetModel(
            accepts = Modality.AUDIO,
            emits = Modality.TEXT,
            location = TARGET,
            presets = {Lookup.class, Chain.class})
    public CausalModel spokenBlocks(ModelLoader load) {
        return load.causal("spokenBlocks");
    }

    /** Guesses what the target will write. */
    @DraftModel(accepts = Modality.AUDIO, location = DRAFT)
    public CausalModel spokenBlocksDraft(ModelLoader load) {
        return load.causal("spokenBlocksDraft");
    }
}
