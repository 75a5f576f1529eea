package paths;

import static dev.specula.Modality.ACTION;
import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.POINTS;
import static dev.specula.Modality.TEXT;

import dev.specula.TargetModel;
import dev.specula.denoise.AcceptsByReflection;
import dev.specula.denoise.DenoisingModel;
import dev.specula.model.CausalModel;
import dev.specula.token.AcceptsMatching;
import dev.specula.token.DraftsByLookup;

abstract class OtherLoop {
    @DraftsByLookup
    @AcceptsMatching
    @TargetModel(accepts = POINTS, emits = ACTION)
    abstract DenoisingModel reacher();

    @AcceptsByReflection
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel captioner();
}
