package dev.specula.spring.property;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The audio starter's own pipeline, which writes down speech.
 *
 * @param target Location of the target model, such as hf://openai/whisper-base; the embedded model of spoken blocks when absent
 * @param draft Location of the draft model; the embedded one for the embedded target when absent, lookup for any other
 * @param weights Format of the target's weights in memory; 8-bit integers when absent
 * @param speculation Whether transcripts are drafted: off, plain, auto or a preset; chain and lookup
 * @param longest Most tokens drafted in a round, from 1 to 64; what the pipeline was planned with when absent
 * @param defaults How recordings are written down where a request says nothing else
 */
@ConfigurationProperties(AudioProperties.PREFIX)
public record AudioProperties(
        @Nullable String target,
        @Nullable String draft,
        @Nullable Weights weights,
        @DefaultValue("auto") String speculation,
        @Nullable Integer longest,
        @NestedConfigurationProperty @DefaultValue TranscriptionProperties defaults) {

    /** Where they stand. */
    public static final String PREFIX = "specula.audio";

    /** Checks the values. */
    public AudioProperties {
        speculation = Speculation.of(speculation).value();
        Longest.check(longest);
    }
}
