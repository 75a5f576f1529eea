package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoader;

class CaptionModels {
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT,
            location = "file:captioner/")
    CausalModel captioner(ModelLoader load) {
        return load.causal("captioner");
    }

    @DraftModel(accepts = TEXT, location = "file:draft/")
    CausalModel captionerDraft(ModelLoader load) {
        return load.causal("captionerDraft");
    }
}
