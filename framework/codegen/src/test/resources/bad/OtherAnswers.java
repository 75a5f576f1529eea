package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.token.Match;

abstract class OtherAnswers {
    @Choice(axis = Axis.ACCEPTANCE, implementation = Match.class, emits = IMAGE)
    @interface AcceptsByColour {}

    @AcceptsByColour
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel captioner();
}
