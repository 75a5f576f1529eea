package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;

abstract class NoSuchTarget {
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel captioner();

    @DraftModel(accepts = TEXT, target = "captoiner")
    abstract CausalModel captionerDraft();

    @DraftModel(accepts = TEXT, target = "translator")
    abstract CausalModel otherDraft();
}
