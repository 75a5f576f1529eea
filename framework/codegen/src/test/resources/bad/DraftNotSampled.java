package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.token.AcceptsByRejection;
import dev.specula.token.DraftsByLookup;

abstract class DraftNotSampled {
    @DraftsByLookup
    @AcceptsByRejection
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel captioner();
}
