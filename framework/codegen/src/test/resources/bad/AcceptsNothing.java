package captions;

import static dev.specula.Modality.TEXT;

import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;

abstract class AcceptsNothing {
    @TargetModel(
            accepts = {},
            emits = TEXT)
    abstract CausalModel captioner();

    @DraftModel(accepts = {})
    abstract CausalModel captionerDraft();
}
