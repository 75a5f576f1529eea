package dev.specula.plan;

import dev.specula.model.ModelSpec;
import java.util.List;

/** What every contract of answers tells of the pipeline behind it. */
public interface Described {
    /** What stands behind this object. */
    PipelineDescription description();

    /** Constants of the models behind it, the target's first; none where they are not known. */
    default List<ModelSpec> models() {
        return List.of();
    }
}
