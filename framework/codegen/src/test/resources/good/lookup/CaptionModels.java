package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoader;

public final class CaptionModels {
    private final ModelLoader load;

    public CaptionModels(ModelLoader load) {
        this.load = load;
    }

    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    public CausalModel captioner() {
        return load.causal("captioner");
    }
}
