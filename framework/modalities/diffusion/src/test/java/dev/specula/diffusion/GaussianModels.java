package dev.specula.diffusion;

import dev.specula.DraftModel;
import dev.specula.Modality;
import dev.specula.TargetModel;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.DenoisingWindow;
import dev.specula.denoise.NoiseLevels;
import dev.specula.denoise.SpeCa;
import dev.specula.denoise.SpeculativeDenoising;
import dev.specula.denoise.Steps;

/** A model as an application declares it, for each kind of answer. */
final class GaussianModels {
    static final Steps STEPS = Steps.ddpm(NoiseLevels.cosine(60));

    @TargetModel(
            accepts = Modality.POINTS,
            emits = Modality.ACTION,
            presets = {SpeculativeDenoising.class, SpeCa.class})
    DenoisingModel paths() {
        return new GaussianModel(STEPS);
    }

    @DenoisingWindow(states = 3)
    @TargetModel(accepts = Modality.TEXT, emits = Modality.IMAGE)
    DenoisingModel pictures() {
        return new GaussianModel(STEPS);
    }

    @TargetModel(
            accepts = {Modality.IMAGE, Modality.TEXT},
            emits = Modality.POINTS)
    DenoisingModel clouds() {
        return new GaussianModel(STEPS);
    }

    @DraftModel(accepts = Modality.TEXT, emits = Modality.POINTS, target = "clouds")
    DenoisingModel cloudsDraft() {
        return new GaussianModel(STEPS);
    }
}
