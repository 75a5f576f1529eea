package dev.specula.samples.texttoimage.page;

import dev.specula.plan.Speculation;
import dev.specula.texttoimage.Caption;
import dev.specula.texttoimage.DrawingOptions;
import org.jspecify.annotations.Nullable;

/**
 * A caption as the page's form sends it.
 *
 * @param caption what to draw
 * @param temperature how freely tokens are drawn; the pipeline's own where absent
 * @param guidance how much the caption counts; the pipeline's own where absent
 * @param seed noise of the picture; the pipeline's own where absent
 * @param speculation {@code auto}, {@code off}, {@code plain} or a preset; the pipeline's own where absent
 */
record DrawingRequest(
        @Nullable String caption,
        @Nullable Double temperature,
        @Nullable Double guidance,
        @Nullable Long seed,
        @Nullable String speculation) {

    /**
     * The caption, with what is not said as in {@code usual}.
     *
     * @throws IllegalArgumentException if there are no words, or an option is out of range
     */
    Caption asCaption(DrawingOptions usual) {
        DrawingOptions options = usual;
        if (temperature != null) {
            options = options.at(temperature, options.sampling().topK());
        }
        if (guidance != null) {
            options = options.withGuidance(guidance);
        }
        if (seed != null) {
            options = options.withSeed(seed);
        }
        if (speculation != null) {
            options = options.with(Speculation.of(speculation));
        }
        return Caption.of(caption == null ? "" : caption).with(options);
    }
}
