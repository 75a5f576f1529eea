package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoader;

class CaptionModels {
    @DraftsByEcho(tokens = 2)
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT,
            location = "file:captioner/")
    CausalModel captioner(ModelLoader load) {
        return load.causal("captioner");
    }
}
