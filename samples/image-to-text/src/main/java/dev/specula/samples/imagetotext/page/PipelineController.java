package dev.specula.samples.imagetotext.page;

import dev.specula.model.ModelSpec;
import dev.specula.plan.PipelineDescription;
import dev.specula.visionlanguage.ImageToText;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What answers on the page. */
@RestController
class PipelineController {
    private final ImageToText pictures;

    PipelineController(ImageToText pictures) {
        this.pictures = pictures;
    }

    /** Models, choices and guarantee. */
    @GetMapping("/api/pipeline")
    View pipeline() {
        return new View(pictures.description(), pictures.models());
    }

    /**
     * What the page shows of a pipeline.
     *
     * @param description its choices and guarantee
     * @param models the target's constants first
     */
    record View(PipelineDescription description, List<ModelSpec> models) {}
}
