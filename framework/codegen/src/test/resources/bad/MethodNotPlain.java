package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.TargetModel;
import dev.specula.model.CausalModel;

class MethodNotPlain {
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    private CausalModel hidden() {
        throw new IllegalStateException();
    }

    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    static CausalModel shared() {
        throw new IllegalStateException();
    }

    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    <M extends CausalModel> M any() {
        throw new IllegalStateException();
    }
}
