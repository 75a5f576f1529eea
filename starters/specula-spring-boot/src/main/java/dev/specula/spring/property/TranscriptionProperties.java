package dev.specula.spring.property;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How recordings are written down where a request says nothing else.
 *
 * @param language Code of the language that is spoken, such as de; auto lets the model find out
 * @param task Whether words are written down as they are (transcribe) or in English (translate)
 * @param timestamps Whether the model says when each piece was spoken: segments or none
 * @param prompt Words that stand before the text, for names and spelling
 * @param temperature Divides the logits; 0 takes the likeliest token each time
 * @param topK Number of likeliest tokens to draw from; 0 draws from all
 * @param topP Probability that the likeliest tokens to draw from reach together, above 0 and at most 1; 1 draws from all
 * @param repetitionPenalty Factor against tokens that occurred before; 1 changes nothing
 * @param maxNewTokens Most tokens of a window of sound
 * @param seed Noise of the transcripts, same seed same text; drawn afresh for each when absent
 */
public record TranscriptionProperties(
        @DefaultValue("auto") String language,
        @DefaultValue("transcribe") String task,
        @DefaultValue("segments") String timestamps,
        @DefaultValue("") String prompt,
        @DefaultValue("0") double temperature,
        @DefaultValue("0") int topK,
        @DefaultValue("1") double topP,
        @DefaultValue("1") double repetitionPenalty,
        @DefaultValue("224") int maxNewTokens,
        @Nullable Long seed) {

    /** Checks the values. */
    public TranscriptionProperties {
        if (!task.equals("transcribe") && !task.equals("translate")) {
            throw new PropertyValueException("task", "transcribe or translate", task);
        }
        if (!timestamps.equals("segments") && !timestamps.equals("none")) {
            throw new PropertyValueException("timestamps", "segments or none", timestamps);
        }
        drawing(temperature, topK, topP, repetitionPenalty, maxNewTokens, seed);
    }

    /** How tokens are drawn; checks the ranges. */
    private static DecodingProperties drawing(
            double temperature, int topK, double topP, double penalty, int maxNewTokens, @Nullable Long seed) {
        return new DecodingProperties(temperature, topK, topP, penalty, maxNewTokens, seed);
    }

    /** How tokens are drawn. */
    public DecodingProperties decoding() {
        return drawing(temperature, topK, topP, repetitionPenalty, maxNewTokens, seed);
    }
}
