package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoader;
import lombok.RequiredArgsConstructor;

/** The constructor is Lombok's, and the mapper that a method calls is MapStruct's. */
@RequiredArgsConstructor
class CaptionModels {
    private final ModelLoader loader;

    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    CausalModel captioner() {
        return loader.causal(new NamesImpl().toBean(new Names.Model("captioner")).name());
    }

    @DraftModel(accepts = TEXT)
    CausalModel captionerDraft() {
        return loader.causal("captionerDraft");
    }
}
