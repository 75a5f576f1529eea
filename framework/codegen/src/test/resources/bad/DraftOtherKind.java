package paths;

import static dev.specula.Modality.ACTION;
import static dev.specula.Modality.POINTS;

import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.denoise.DenoisingModel;
import dev.specula.model.CausalModel;

abstract class DraftOtherKind {
    @TargetModel(accepts = POINTS, emits = ACTION)
    abstract DenoisingModel reacher();

    @DraftModel(accepts = POINTS, emits = ACTION)
    abstract CausalModel reacherDraft();
}
