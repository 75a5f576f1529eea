package dev.specula.samples.texttoimage.page;

import dev.specula.model.ModelSpec;
import dev.specula.plan.PipelineDescription;
import dev.specula.samples.texttoimage.Captions;
import dev.specula.texttoimage.TextToImage;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What draws on the page, and what it can be asked first. */
@RestController
class PipelineController {
    private final TextToImage pictures;

    PipelineController(TextToImage pictures) {
        this.pictures = pictures;
    }

    /** Models, choices and guarantee. */
    @GetMapping("/api/pipeline")
    View pipeline() {
        return new View(pictures.description(), pictures.models());
    }

    /** Captions to begin with. */
    @GetMapping("/api/captions")
    List<String> captions() {
        return Captions.first();
    }

    /**
     * What the page shows of a pipeline.
     *
     * @param description its choices and guarantee
     * @param models the target's constants first
     */
    record View(PipelineDescription description, List<ModelSpec> models) {}
}
