package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoader;
import dev.specula.token.AcceptsSiblings;
import dev.specula.token.FixedTree;

record CaptionModels(ModelLoader loader) {
    @FixedTree(
            nodes = 6,
            keptByRank = {0.6, 0.2})
    @AcceptsSiblings
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    CausalModel captioner() {
        return loader.causal("captioner");
    }

    @DraftModel(accepts = TEXT)
    CausalModel captionerDraft() {
        return loader.causal("captionerDraft");
    }
}
