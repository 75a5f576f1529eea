package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.token.PricedRows;

abstract class NoChances {
    @PricedRows
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel captioner();

    @DraftModel(accepts = TEXT)
    abstract CausalModel small();
}
