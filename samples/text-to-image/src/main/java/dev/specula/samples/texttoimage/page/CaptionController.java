package dev.specula.samples.texttoimage.page;

import dev.specula.samples.texttoimage.Captions;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Captions that the page suggests. */
@RestController
class CaptionController {
    /** Captions to begin with. */
    @GetMapping("/api/captions")
    List<String> captions() {
        return Captions.first();
    }
}
