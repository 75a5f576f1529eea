package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.DraftModel;
import dev.specula.Longest;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;

/** Does nothing a shape does. */
@Choice(axis = Axis.SHAPE, implementation = String.class)
@interface Wordy {
    @Longest
    int nodes() default 4;
}

abstract class WrongImplementation {
    @Wordy
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel captioner();

    @DraftModel(accepts = TEXT)
    abstract CausalModel captionerDraft();
}
