package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.TargetModel;

abstract class NotAModel {
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract String captioner();
}
