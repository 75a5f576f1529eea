package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.token.DraftsWithModel;
import dev.specula.token.FixedTree;

abstract class NoDraftModel {
    @DraftsWithModel
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel captioner();

    @FixedTree
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel narrator();
}
