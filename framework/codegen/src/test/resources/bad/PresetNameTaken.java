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

/** A set that no request could name: plain is a way of its own. */
@Chain(tokens = 3)
@interface Plain {}

abstract class PresetNameTaken {
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT,
            presets = {Short.Answers.class, Long.Answers.class, Plain.class})
    abstract CausalModel captioner();
}
