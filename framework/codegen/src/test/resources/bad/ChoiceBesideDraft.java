package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.DraftModel;
import dev.specula.Guarantee;
import dev.specula.Promise;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.token.Chain;

abstract class ChoiceBesideDraft {
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel captioner();

    @Chain(tokens = 4)
    @Promise(Guarantee.SAME_TOKENS)
    @DraftModel(accepts = TEXT)
    abstract CausalModel captionerDraft();
}
