package dev.specula.samples.common;

import dev.specula.model.ModelSpec;
import dev.specula.plan.Described;
import dev.specula.plan.PipelineDescription;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What answers on the page. */
@RestController
public final class PipelineController {
    private final Described pipeline;

    PipelineController(Described pipeline) {
        this.pipeline = pipeline;
    }

    /** Models, choices and guarantee. */
    @GetMapping("/api/pipeline")
    View pipeline() {
        return new View(pipeline.description(), pipeline.models());
    }

    /**
     * What the page shows of a pipeline.
     *
     * @param description its choices and guarantee
     * @param models the target's constants first
     */
    record View(PipelineDescription description, List<ModelSpec> models) {}
}
