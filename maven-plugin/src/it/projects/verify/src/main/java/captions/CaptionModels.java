package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoader;
import dev.specula.visionlanguage.BlocksModels;

class CaptionModels {
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT,
            location = BlocksModels.TARGET)
    CausalModel captioner(ModelLoader load) {
        return load.causal("captioner");
    }
}
