package dev.specula.visionlanguage;

import dev.specula.DraftModel;
import dev.specula.Modality;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoader;
import dev.specula.token.DraftsByLookup;
import dev.specula.token.FixedTree;

/**
 * The pair that ships with this module: it describes and answers questions about pictures of coloured shapes, and its answers
 * can be checked by a program. Trained by {@code framework/training}; the model cards lie beside the weights.
 */
public final class BlocksModels {
    /** Where the weights of the target are. */
    public static final String TARGET = "classpath:dev/specula/visionlanguage/blocks/target/";

    /** Where the weights of the draft are that ships as the default. */
    public static final String DRAFT = "classpath:dev/specula/visionlanguage/blocks/draft-pooled/";

    /** Drafts what followed the last words where they were said before: needs no draft model. */
    @DraftsByLookup
    public @interface Lookup {}

    /**
     * Drafts several candidates for each place. Where two tokens are nearly tied for the target, rounding may decide otherwise
     * than it does for the target alone.
     */
    @FixedTree
    public @interface Tree {}

    /** Sees the picture and says what it shows. */
    @TargetModel(
            accepts = {Modality.IMAGE, Modality.TEXT},
            emits = Modality.TEXT,
            location = TARGET,
            presets = {Lookup.class, Tree.class})
    public CausalModel blocks(ModelLoader load) {
        return load.causal("blocks");
    }

    /** Guesses what the target will say. */
    @DraftModel(
            accepts = {Modality.IMAGE, Modality.TEXT},
            location = DRAFT)
    public CausalModel blocksDraft(ModelLoader load) {
        return load.causal("blocksDraft");
    }
}
