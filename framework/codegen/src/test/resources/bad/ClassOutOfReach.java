package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.TargetModel;
import dev.specula.model.CausalModel;

class ClassOutOfReach {
    private abstract static class Hidden {
        @TargetModel(
                accepts = {IMAGE, TEXT},
                emits = TEXT)
        abstract CausalModel hidden();
    }

    abstract class Inner {
        @TargetModel(
                accepts = {IMAGE, TEXT},
                emits = TEXT)
        abstract CausalModel inner();
    }
}
