package captions;

import static dev.specula.Modality.AUDIO;
import static dev.specula.Modality.TEXT;

import dev.specula.TargetModel;
import dev.specula.model.CausalModel;

abstract class NothingAccepts {
    @TargetModel(
            accepts = {AUDIO, TEXT},
            emits = TEXT)
    abstract CausalModel listener();
}
