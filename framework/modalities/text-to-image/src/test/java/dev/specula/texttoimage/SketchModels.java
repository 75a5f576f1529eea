package dev.specula.texttoimage;

import dev.specula.Modality;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoader;

/** Every method of this module over one target; the generator writes the pipelines. */
final class SketchModels {
    @TargetModel(
            accepts = Modality.TEXT,
            emits = Modality.IMAGE,
            presets = {
                Sjd.class,
                SjdPlusPlus.class,
                SjdPlusPlusMatched.class,
                McSjd.class,
                Scd.class,
                ScdMatched.class,
                Gsd.class,
                SjdPv.class,
                SjdPvBlocks.class
            })
    CausalModel sketch(ModelLoader load) {
        return load.causal("sketch");
    }
}
