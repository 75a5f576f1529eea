package dev.specula.texttoimage;

import dev.specula.plan.Speculation;
import dev.specula.token.Guidance;
import dev.specula.token.Sampling;
import java.util.Optional;

/**
 * How one caption is drawn.
 *
 * @param sampling how tokens are drawn: temperature, top-k and the rest, seed included
 * @param guidance how much the caption counts, and which tokens may: scale 1 is the model's own law, more follows the caption
 *     more closely and varies less
 * @param size wanted size in pixels; empty for the model's usual one
 * @param speculation whether and how the picture is drafted: cannot change it where the guarantee is {@code SAME_TOKENS}
 */
public record DrawingOptions(
        Sampling sampling, Guidance guidance, Optional<PictureSize> size, Speculation speculation) {
    /**
     * Temperature 1 among the 100 likeliest tokens, guidance 3 over those of plausibility 0.1, seed 0, drafted as the pipeline sees
     * fit.
     */
    public static final DrawingOptions DEFAULT =
            new DrawingOptions(new Sampling(1, 100, 1, 1, 0), new Guidance(3, 0.1), Optional.empty(), Speculation.AUTO);

    /** These options with the seed {@code seed}: another picture of the same caption. */
    public DrawingOptions withSeed(long seed) {
        return with(new Sampling(
                sampling.temperature(), sampling.topK(), sampling.topP(), sampling.repetitionPenalty(), seed));
    }

    /** These options at {@code temperature} (0: the likeliest token) among the {@code topK} likeliest tokens (0: all). */
    public DrawingOptions at(double temperature, int topK) {
        return with(new Sampling(temperature, topK, sampling.topP(), sampling.repetitionPenalty(), sampling.seed()));
    }

    /** These options with {@code drawn} in place of the sampling. */
    public DrawingOptions with(Sampling drawn) {
        return new DrawingOptions(drawn, guidance, size, speculation);
    }

    /** These options with the guidance {@code scale}, at least 0; 1 is none. */
    public DrawingOptions withGuidance(double scale) {
        return with(guidance.withScale(scale));
    }

    /** These options with {@code wanted} in place of the guidance. */
    public DrawingOptions with(Guidance wanted) {
        return new DrawingOptions(sampling, wanted, size, speculation);
    }

    /** These options for pictures of the size {@code wanted}. */
    public DrawingOptions with(PictureSize wanted) {
        return new DrawingOptions(sampling, guidance, Optional.of(wanted), speculation);
    }

    /** These options with {@code wanted} in place of the speculation. */
    public DrawingOptions with(Speculation wanted) {
        return new DrawingOptions(sampling, guidance, size, wanted);
    }
}
