package dev.specula.spring.property;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers are drawn where a request says nothing else.
 *
 * @param temperature Divides the logits; 0 takes the likeliest token each time
 * @param topK Number of likeliest tokens to draw from; 0 draws from all
 * @param topP Probability that the likeliest tokens to draw from reach together, above 0 and at most 1; 1 draws from all
 * @param repetitionPenalty Factor against tokens that occurred before; 1 changes nothing
 * @param maxNewTokens Most tokens of an answer; 128 when absent, 224 of a window of speech
 * @param seed Noise of the answers, same seed same answer; drawn afresh for each answer when absent
 */
public record DecodingProperties(
        @DefaultValue("0") double temperature,
        @DefaultValue("0") int topK,
        @DefaultValue("1") double topP,
        @DefaultValue("1") double repetitionPenalty,
        @Nullable Integer maxNewTokens,
        @Nullable Long seed) {

    /** Greedy answers of a usual length. */
    public static final DecodingProperties DEFAULTS = new DecodingProperties(0, 0, 1, 1, null, null);

    /** Most tokens of an answer, {@code usual} where nobody says. */
    public int maxNewTokensOr(int usual) {
        return maxNewTokens == null ? usual : maxNewTokens;
    }

    /** Checks the ranges. */
    public DecodingProperties {
        if (!(temperature >= 0) || Double.isInfinite(temperature)) {
            throw new PropertyValueException("temperature", "0 (greedy) or a positive number", temperature);
        }
        if (topK < 0) {
            throw new PropertyValueException("top-k", "0 (off) or a positive number of tokens", topK);
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new PropertyValueException("top-p", "above 0 and at most 1 (off)", topP);
        }
        if (!(repetitionPenalty > 0) || Double.isInfinite(repetitionPenalty)) {
            throw new PropertyValueException(
                    "repetition-penalty", "a positive number, 1 meaning off", repetitionPenalty);
        }
        if (maxNewTokens != null && maxNewTokens < 1) {
            throw new PropertyValueException("max-new-tokens", "a positive number of tokens", maxNewTokens);
        }
    }
}
