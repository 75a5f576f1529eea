package captions;

import static dev.specula.Modality.AUDIO;
import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.TargetModel;
import dev.specula.model.CausalModel;

abstract class NothingEmits {
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = AUDIO)
    abstract CausalModel describer();
}
