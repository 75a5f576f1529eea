package dev.specula.diffusion;

import dev.specula.Modality;
import dev.specula.TargetModel;
import dev.specula.denoise.Autospeculation;
import dev.specula.denoise.DenoisingLoader;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.DenoisingWindow;
import dev.specula.denoise.ForecastsFeatures;
import dev.specula.denoise.SpeCa;
import dev.specula.denoise.SpeculativeDenoising;

/**
 * The denoisers of the blocks world that ship with this module, and their pipelines. Trained by {@code framework/training}; the
 * model cards lie beside the weights. Windows and forecasts are those that were fastest by measurement, presets the papers' own.
 */
public final class BlocksDenoisers {
    /** A policy of paths that bring a hand to a block: 32 numbers, 100 steps. */
    public static final String POLICY = "classpath:dev/specula/diffusion/blocks/policy/";

    /** Pictures of one block, 32 x 32 pixels, guided by shape and colour: 50 steps. */
    public static final String TILES = "classpath:dev/specula/diffusion/blocks/tiles/";

    /** Draws paths in windows of five steps. */
    @TargetModel(
            accepts = Modality.POINTS,
            emits = Modality.ACTION,
            location = POLICY,
            presets = SpeculativeDenoising.class)
    @Autospeculation
    @DenoisingWindow(states = 4)
    public DenoisingModel policy(DenoisingLoader load) {
        return load.denoising("policy");
    }

    /** Draws pictures whose features are forecast boldly: twice as fast, by measurement as good ones. */
    @TargetModel(
            accepts = Modality.TEXT,
            emits = Modality.IMAGE,
            location = TILES,
            presets = {SpeCa.class, NearForecasts.class})
    @ForecastsFeatures(order = 1, firstChecked = 3, longest = 8, tolerance = 1, decay = .3, floor = .3)
    public DenoisingModel tiles(DenoisingLoader load) {
        return load.denoising("tiles");
    }

    /** Forecasts that are checked more closely. */
    @ForecastsFeatures(order = 1, longest = 5, tolerance = .3, decay = .1, floor = .05)
    public @interface NearForecasts {}
}
