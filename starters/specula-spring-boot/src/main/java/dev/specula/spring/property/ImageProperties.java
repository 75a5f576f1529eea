package dev.specula.spring.property;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The image starter's own pipeline, which captions pictures and answers questions about them.
 *
 * @param target Location of the target model, such as file:models/captioner/; the embedded model when absent
 * @param draft Location of the draft model; the embedded draft for the embedded target when absent, lookup for any other
 * @param weights Format of the target's weights in memory; the format it was published with when absent
 * @param speculation Whether answers are drafted: off, plain, auto or the name of a preset, such as lookup
 * @param longest Most tokens drafted in a round, from 1 to 64; what the pipeline was planned with when absent
 * @param defaults How answers are drawn where a request says nothing else
 */
@ConfigurationProperties(ImageProperties.PREFIX)
public record ImageProperties(
        @Nullable String target,
        @Nullable String draft,
        @Nullable Weights weights,
        @DefaultValue("auto") String speculation,
        @Nullable Integer longest,
        @NestedConfigurationProperty @DefaultValue DecodingProperties defaults) {

    /** Where they stand. */
    public static final String PREFIX = "specula.image";

    /** Checks the values. */
    public ImageProperties {
        speculation = Speculation.of(speculation).value();
        Longest.check(longest);
    }

    /** The same keys as those of a pipeline of one's own. */
    public PipelineProperties asPipeline() {
        return new PipelineProperties(target, draft, weights, speculation, longest, defaults);
    }
}
