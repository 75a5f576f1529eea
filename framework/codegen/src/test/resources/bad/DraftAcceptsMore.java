package captions;

import static dev.specula.Modality.AUDIO;
import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;

abstract class DraftAcceptsMore {
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel captioner();

    @DraftModel(accepts = {IMAGE, AUDIO})
    abstract CausalModel captionerDraft();
}
