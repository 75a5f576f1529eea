package dev.specula.bench.decoding;

import dev.specula.model.CausalModel;
import dev.specula.plan.Pipeline;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline under test and the models behind it. The models belong to whoever made them.
 *
 * @param draft absent where the source is no model
 */
public record Subject(
        Pipeline pipeline, CausalModel target, @Nullable CausalModel draft) {
    /** Name of the pipeline in reports. */
    public String key() {
        return pipeline.description().key();
    }
}
