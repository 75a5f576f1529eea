package captions;

import static dev.specula.Modality.ACTION;
import static dev.specula.Modality.POINTS;

import dev.specula.TargetModel;
import dev.specula.denoise.DenoisingLoader;
import dev.specula.denoise.DenoisingModel;
import dev.specula.diffusion.BlocksDenoisers;

class PathModels {
    @TargetModel(
            accepts = POINTS,
            emits = ACTION,
            location = BlocksDenoisers.POLICY)
    DenoisingModel reacher(DenoisingLoader load) {
        return load.denoising("reacher");
    }
}
