package dev.specula.diffusion;

import dev.specula.Guarantee;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.FeatureForecast;
import dev.specula.denoise.Freshness;
import dev.specula.denoise.FrozenEstimate;
import dev.specula.denoise.FrozenIncrement;
import dev.specula.denoise.Reflection;
import dev.specula.plan.PipelineDescription;

/** Pipelines for any model, known only at run time. The caller owns the model. */
public final class DefaultPipelines {
    /** Most drafted states of a round where nobody says: windows of nine steps. */
    public static final int LONGEST = 8;

    private DefaultPipelines() {}

    /**
     * The law of the plain sampler in fewer calls: the last clean estimate drafts ({@link
     * dev.specula.denoise.Autospeculation}).
     *
     * @param longest most drafted states of a round, at least 1
     * @throws dev.specula.model.IncompatibleModelsException if the model learned the variance of its steps, or they have none
     */
    public static Denoising autospeculation(DenoisingModel target, int longest) {
        return new WindowPipeline(
                description(target, "autospeculation", Guarantee.SAME_LAW, "frozen-estimate", longest),
                target,
                () -> new FrozenEstimate(Freshness.PREFETCHED),
                new Reflection());
    }

    /**
     * The law of the plain sampler in fewer calls: the last increment drafts ({@link
     * dev.specula.denoise.SpeculativeDenoising}).
     *
     * @param longest most drafted states of a round, at least 1
     * @throws dev.specula.model.IncompatibleModelsException as {@link #autospeculation}
     */
    public static Denoising speculativeDenoising(DenoisingModel target, int longest) {
        return new WindowPipeline(
                description(target, "speculative-denoising", Guarantee.SAME_LAW, "frozen-increment", longest),
                target,
                () -> new FrozenIncrement(Freshness.PREFETCHED),
                new Reflection());
    }

    /**
     * An approximation of the plain sampler: features are forecast where a check finds them near ({@link
     * dev.specula.denoise.SpeCa}).
     *
     * @throws dev.specula.model.IncompatibleModelsException if the model shows no features
     */
    public static Denoising speCa(DenoisingModel target, FeatureForecast forecast) {
        return new ForecastPipeline(
                description(target, "spe-ca", Guarantee.RELAXED, "feature-forecast", Math.max(1, forecast.longest())),
                target,
                forecast);
    }

    private static PipelineDescription description(
            DenoisingModel target, String preset, Guarantee guarantee, String source, int longest) {
        if (longest < 1) {
            throw new IllegalArgumentException("A window must hold at least 1 drafted state, but was " + longest
                    + "; ask for the plain sampler instead.");
        }
        return new PipelineDescription(
                target.spec().name(), preset, guarantee, source, "window", "reflection", "fixed", longest);
    }
}
