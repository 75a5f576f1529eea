package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.token.Chain;

/** One set. */
final class Short {
    /** Its choices. */
    @Chain(tokens = 2)
    @interface Answers {}
}

/** Another set of the same name. */
final class Long {
    /** Its choices. */
    @Chain(tokens = 16)
    @interface Answers {}
}

abstract class PresetNameTaken {
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT,
            presets = {Short.Answers.class, Long.Answers.class})
    abstract CausalModel captioner();
}
