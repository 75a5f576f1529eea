package captions;

import dev.specula.model.CausalModel;
import dev.specula.visionlanguage.ImageToText;

/** Uses what is generated. */
final class Captions {
    static ImageToText of(CausalModel target, CausalModel draft) {
        return CaptionModelsPipelines.captioner(target, draft);
    }

    private Captions() {}
}
