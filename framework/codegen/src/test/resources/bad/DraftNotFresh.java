package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.token.AcceptsByBlock;
import dev.specula.token.DraftsByCoupledWindow;

abstract class DraftNotFresh {
    @DraftsByCoupledWindow
    @AcceptsByBlock
    @TargetModel(accepts = TEXT, emits = IMAGE)
    abstract CausalModel painter();
}
