package dev.specula.denoise;

import dev.specula.model.IncompatibleModelsException;

/**
 * When features are forecast instead of computed, and how far off a forecast may be. Letters of the paper (SpeCa, Liu et al.
 * 2025, arXiv:2509.11628): tolerance is tau 0, its decay is beta (r in the code).
 *
 * @param order of the forecast, from 0 (the last features again) to 8
 * @param warmUp steps at the start that are computed in full, at least 1
 * @param firstChecked which forecast after a full step is the first to be checked, at least 1
 * @param longest most forecasts in a row; 0 is the plain sampler
 * @param tolerance relative error that a forecast may have at the start
 * @param decay factor of the tolerance over the whole run, from 1e-6 to 1: the end is held closer
 * @param floor least tolerance
 * @param fallback what follows a forecast that is refused
 * @param extrapolation how features are continued
 */
public record FeatureForecast(
        int order,
        int warmUp,
        int firstChecked,
        int longest,
        double tolerance,
        double decay,
        double floor,
        Fallback fallback,
        Extrapolation extrapolation) {
    /** Checks the ranges. */
    public FeatureForecast {
        require("order", order, 0, 8);
        require("warmUp", warmUp, 1, Integer.MAX_VALUE);
        require("firstChecked", firstChecked, 1, Integer.MAX_VALUE);
        require("longest", longest, 0, Integer.MAX_VALUE);
        require("tolerance", tolerance, 0, Double.MAX_VALUE);
        require("decay", decay, 1e-6, 1);
        require("floor", floor, 0, Double.MAX_VALUE);
    }

    /** The relative error that is allowed at {@code step} of {@code steps}. */
    public double toleranceAt(int step, int steps) {
        double progress = steps == 1 ? 1 : step / (double) (steps - 1);
        return Math.max(floor, tolerance * Math.pow(decay, progress));
    }

    /**
     * {@code target}, if it shows the features that are forecast.
     *
     * @throws IncompatibleModelsException if it shows none, or learned the variance of its steps
     */
    public static DenoisingModel requireFeatures(DenoisingModel target) {
        if (!target.spec().showsFeatures()) {
            throw new IncompatibleModelsException("Forecasts need a model whose blocks show what they add, but \""
                    + target.spec().name()
                    + "\" shows nothing; draft for it instead, for example by a frozen estimate.");
        }
        if (target.spec().learnsVariance()) {
            throw new IncompatibleModelsException(
                    "Forecasts run the sampler's own steps, whose variance is the schedule's," + " but \""
                            + target.spec().name() + "\" learned one. Use a model of fixed variance.");
        }
        return target;
    }

    /** A denoiser for one run that forecasts {@code target} where it may; closes it with itself. */
    public ForecastDenoiser over(FeatureDenoiser target) {
        return new ForecastDenoiser(target, this);
    }

    private static void require(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    name + " must be at least " + least + " and at most " + most + ", but was " + value + ".");
        }
    }
}
