package dev.specula.spring.property;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The text-to-image starter's own pipeline, which draws pictures of captions.
 *
 * @param target Location of the model that draws, such as file:models/painter/; the embedded model when absent
 * @param weights Format of its weights in memory; the format it was published with when absent
 * @param speculation Whether pictures are drafted: off, plain, auto or a preset; scd and gsd
 * @param longest Most tokens drafted in a round, from 1 to 64; what the pipeline was planned with when absent
 * @param defaults How pictures are drawn where a request says nothing else
 */
@ConfigurationProperties(TextToImageProperties.PREFIX)
public record TextToImageProperties(
        @Nullable String target,
        @Nullable Weights weights,
        @DefaultValue("auto") String speculation,
        @Nullable Integer longest,
        @NestedConfigurationProperty @DefaultValue DrawingProperties defaults) {

    /** Where they stand. */
    public static final String PREFIX = "specula.text-to-image";

    /** Checks the values. */
    public TextToImageProperties {
        speculation = Speculation.of(speculation).value();
        Longest.check(longest);
    }
}
