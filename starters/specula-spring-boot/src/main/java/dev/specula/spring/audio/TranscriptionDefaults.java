package dev.specula.spring.audio;

import dev.specula.plan.Speculation;
import dev.specula.speech.Task;
import dev.specula.speech.Timestamps;
import dev.specula.speech.TranscriptionOptions;
import dev.specula.spring.property.AudioProperties;
import dev.specula.spring.property.DecodingProperties;
import dev.specula.spring.property.PipelineProperties;
import dev.specula.spring.property.TranscriptionProperties;
import dev.specula.token.Sampling;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The options of a recording that names none, from the properties of its pipeline.
 *
 * @param usual all that the properties say but for the drawing
 * @param drawn how tokens are drawn
 */
record TranscriptionDefaults(TranscriptionOptions usual, DecodingProperties drawn) {
    /** Those of the starter's own pipeline. */
    static TranscriptionDefaults of(AudioProperties audio) {
        TranscriptionProperties defaults = audio.defaults();
        TranscriptionOptions usual = TranscriptionOptions.DEFAULT
                .in(defaults.language())
                .with(Task.valueOf(defaults.task().toUpperCase(Locale.ROOT)))
                .with(Timestamps.valueOf(defaults.timestamps().toUpperCase(Locale.ROOT)))
                .after(defaults.prompt())
                .with(Speculation.of(audio.speculation()));
        return new TranscriptionDefaults(usual, defaults.decoding());
    }

    /** Those of a pipeline of the application. */
    static TranscriptionDefaults of(PipelineProperties pipeline) {
        return new TranscriptionDefaults(
                TranscriptionOptions.DEFAULT.with(Speculation.of(pipeline.speculation())), pipeline.defaults());
    }

    TranscriptionOptions options() {
        Long seed = drawn.seed();
        Sampling sampling = new Sampling(
                drawn.temperature(),
                drawn.topK(),
                drawn.topP(),
                drawn.repetitionPenalty(),
                seed != null ? seed : ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
        return usual.with(sampling).withMaxNewTokens(drawn.maxNewTokensOr(usual.maxNewTokens()));
    }
}
