package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.TargetModel;
import dev.specula.model.CausalModel;

/** Chooses nothing. */
@interface Quick {}

abstract class PresetEmpty {
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT,
            presets = Quick.class)
    abstract CausalModel captioner();
}
