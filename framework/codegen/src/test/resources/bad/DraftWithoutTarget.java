package captions;

import static dev.specula.Modality.TEXT;

import dev.specula.DraftModel;
import dev.specula.model.CausalModel;

abstract class DraftWithoutTarget {
    @DraftModel(accepts = TEXT)
    abstract CausalModel captionerDraft();
}
