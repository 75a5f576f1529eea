package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoader;
import dev.specula.token.Chain;

record CaptionModels(ModelLoader loader) {
    @Chain(tokens = 4)
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT,
            presets = {LongAnswers.class, Repeats.class})
    CausalModel captioner() {
        return loader.causal("captioner");
    }

    @DraftModel(accepts = TEXT)
    CausalModel captionerDraft() {
        return loader.causal("captionerDraft");
    }
}
