package dev.specula.texttoimage;

import dev.specula.Modality;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoader;
import dev.specula.token.Chain;
import dev.specula.token.DraftsByRepeating;

/**
 * The model that this module is made for: it draws one or two coloured shapes of a caption, and what it draws can be checked by a
 * program. Trained by {@code framework/training}; the model card lies beside the weights. It drafts for itself.
 */
public final class BlocksModels {
    /** Where the weights are. */
    public static final String TARGET = "classpath:dev/specula/texttoimage/blocks/target/";

    /** Draws, code by code: mostly even areas, so that guessing the code before is hard to beat. */
    @TargetModel(
            accepts = Modality.TEXT,
            emits = Modality.IMAGE,
            location = TARGET,
            presets = {ScdMatched.class, Sjd.class, Scd.class, SjdPlusPlus.class, Gsd.class})
    @DraftsByRepeating
    @Chain(tokens = 16)
    public CausalModel painter(ModelLoader load) {
        return load.causal("painter");
    }
}
