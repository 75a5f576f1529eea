package paths;

import static dev.specula.Modality.ACTION;
import static dev.specula.Modality.POINTS;

import dev.specula.TargetModel;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.DenoisingWindow;
import dev.specula.denoise.SpeCa;

abstract class NothingDrafted {
    @SpeCa
    @DenoisingWindow(states = 0)
    @TargetModel(accepts = POINTS, emits = ACTION)
    abstract DenoisingModel reacher();
}
