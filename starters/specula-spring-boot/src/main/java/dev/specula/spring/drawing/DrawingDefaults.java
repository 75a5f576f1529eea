package dev.specula.spring.drawing;

import dev.specula.plan.Speculation;
import dev.specula.spring.property.DecodingProperties;
import dev.specula.spring.property.DrawingProperties;
import dev.specula.spring.property.PipelineProperties;
import dev.specula.spring.property.TextToImageProperties;
import dev.specula.texttoimage.DrawingOptions;
import dev.specula.token.Guidance;
import dev.specula.token.Sampling;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The options of a caption that names none, from the properties of its pipeline.
 *
 * @param usual all of them but for a fresh seed
 * @param seed the same for all pictures; a fresh one for each where absent
 */
record DrawingDefaults(DrawingOptions usual, @Nullable Long seed) {
    /** Those of the starter's own pipeline. */
    static DrawingDefaults of(TextToImageProperties properties) {
        DrawingProperties drawn = properties.defaults();
        DrawingOptions usual = DrawingOptions.DEFAULT
                .with(new Sampling(drawn.temperature(), drawn.topK(), drawn.topP(), 1, 0))
                .with(new Guidance(drawn.guidance(), drawn.plausibility()))
                .with(Speculation.of(properties.speculation()));
        return new DrawingDefaults(usual, drawn.seed());
    }

    /**
     * Those of a pipeline of the application, whose properties are the same for every modality: how tokens are drawn counts where
     * any of it was set, as greedy pictures, the default of answers, are poor ones.
     */
    static DrawingDefaults of(PipelineProperties properties) {
        DecodingProperties drawn = properties.defaults();
        DrawingOptions usual = DrawingOptions.DEFAULT.with(Speculation.of(properties.speculation()));
        DecodingProperties untouched = new DecodingProperties(0, 0, 1, 1, drawn.maxNewTokens(), drawn.seed());
        return new DrawingDefaults(
                drawn.equals(untouched)
                        ? usual
                        : usual.with(new Sampling(
                                drawn.temperature(), drawn.topK(), drawn.topP(), drawn.repetitionPenalty(), 0)),
                drawn.seed());
    }

    DrawingOptions options() {
        return usual.withSeed(seed == null ? ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) : seed);
    }
}
