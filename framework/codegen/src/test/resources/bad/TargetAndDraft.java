package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;

abstract class TargetAndDraft {
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    @DraftModel(accepts = TEXT)
    abstract CausalModel captioner();
}
