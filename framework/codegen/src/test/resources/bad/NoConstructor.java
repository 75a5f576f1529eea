package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.token.Schedule;

/** Takes no number. */
@Choice(axis = Axis.SCHEDULE, implementation = Rarely.class)
@interface DraftsRarely {
    int rounds() default 4;
}

final class Rarely implements Schedule {
    @Override
    public int budget() {
        return 0;
    }
}

abstract class NoConstructor {
    @DraftsRarely(rounds = 3)
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel captioner();

    @DraftModel(accepts = TEXT)
    abstract CausalModel captionerDraft();
}
