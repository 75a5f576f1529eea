package dev.specula.spring.property;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One pipeline: its models, and what a request does not say itself.
 *
 * @param target Location of the target model, such as file:models/captioner/; its bean's own location when absent
 * @param draft Location of the draft model; its bean's own location when absent
 * @param weights Format of the target's weights in memory; the format it was published with when absent
 * @param speculation Whether answers are drafted: off, plain, auto or the name of a preset
 * @param longest Most tokens drafted in a round, from 1 to 64; what the pipeline was planned with when absent
 * @param defaults How answers are drawn where a request says nothing else
 */
public record PipelineProperties(
        @Nullable String target,
        @Nullable String draft,
        @Nullable Weights weights,
        @DefaultValue("auto") String speculation,
        @Nullable Integer longest,
        @NestedConfigurationProperty @DefaultValue DecodingProperties defaults) {

    /** The pipeline as it is annotated. */
    public static final PipelineProperties DEFAULTS =
            new PipelineProperties(null, null, null, Speculation.AUTO.value(), null, DecodingProperties.DEFAULTS);

    /** Checks the values. */
    public PipelineProperties {
        speculation = Speculation.of(speculation).value();
        Longest.check(longest);
    }
}
