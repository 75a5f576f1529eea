package paths;

import static dev.specula.Modality.ACTION;
import static dev.specula.Modality.POINTS;

import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.denoise.AcceptsByRedraw;
import dev.specula.denoise.Autospeculation;
import dev.specula.denoise.DenoisingLoader;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.DenoisingWindow;
import dev.specula.denoise.DraftsByFrozenEstimate;
import dev.specula.denoise.Extrapolation;
import dev.specula.denoise.ForecastsFeatures;
import dev.specula.denoise.Freshness;
import dev.specula.denoise.SpeculativeDenoising;
import dev.specula.token.SelfTuning;

record PathModels(DenoisingLoader loader) {
    @TargetModel(
            accepts = POINTS,
            emits = ACTION,
            location = "file:reacher/",
            presets = {Autospeculation.class, Fresh.class, Redrawn.class, Tuned.class, Forecast.class})
    @SpeculativeDenoising
    DenoisingModel reacher() {
        return loader.denoising("reacher");
    }

    @TargetModel(accepts = POINTS, emits = ACTION, location = "file:pusher/")
    DenoisingModel pusher() {
        return loader.denoising("pusher");
    }

    @DraftModel(accepts = POINTS, emits = ACTION, target = "pusher", location = "file:small/")
    DenoisingModel pusherDraft() {
        return loader.denoising("pusherDraft");
    }

    @DraftsByFrozenEstimate(freshness = Freshness.RECOMPUTED)
    @DenoisingWindow(states = 4)
    @interface Fresh {}

    @AcceptsByRedraw
    @interface Redrawn {}

    @SelfTuning
    @interface Tuned {}

    @ForecastsFeatures(order = 2, longest = 6, extrapolation = Extrapolation.NEWTON)
    @interface Forecast {}
}
