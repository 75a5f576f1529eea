package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;

/** Says nothing of its size. */
@Choice(axis = Axis.SHAPE, implementation = dev.specula.token.ChainGrowth.class)
@interface Endless {
    int tokens() default 4;
}

abstract class NoLongest {
    @Endless
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel captioner();

    @DraftModel(accepts = TEXT)
    abstract CausalModel captionerDraft();
}
