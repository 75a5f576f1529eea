package dev.specula.spring.property;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pictures are drawn where a request says nothing else.
 *
 * @param temperature Divides the logits; 0 takes the likeliest token each time
 * @param topK Number of likeliest tokens to draw from; 0 draws from all
 * @param topP Probability that the likeliest tokens to draw from reach together, above 0 and at most 1; 1 draws from all
 * @param guidance How much the caption counts, at least 0; 1 is the law of the model, more follows the caption more closely
 * @param plausibility Of the codes that may follow, only those at least this share as probable with the caption as the most
 *     probable one are drawn; 0 draws from all
 * @param seed Noise of the pictures, same seed same picture; drawn afresh for each picture when absent
 */
public record DrawingProperties(
        @DefaultValue("1") double temperature,
        @DefaultValue("100") int topK,
        @DefaultValue("1") double topP,
        @DefaultValue("3") double guidance,
        @DefaultValue("0.1") double plausibility,
        @Nullable Long seed) {

    /** Checks the ranges. */
    public DrawingProperties {
        if (!(temperature >= 0) || Double.isInfinite(temperature)) {
            throw new PropertyValueException("temperature", "0 (likeliest token) or a positive number", temperature);
        }
        if (topK < 0) {
            throw new PropertyValueException("top-k", "0 (off) or a positive number of tokens", topK);
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new PropertyValueException("top-p", "above 0 and at most 1 (off)", topP);
        }
        if (!(guidance >= 0) || Double.isInfinite(guidance)) {
            throw new PropertyValueException("guidance", "0 or a positive number, 1 meaning none", guidance);
        }
        if (!(plausibility >= 0 && plausibility <= 1)) {
            throw new PropertyValueException("plausibility", "between 0 (off) and 1", plausibility);
        }
    }
}
