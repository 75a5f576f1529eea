package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.DraftModel;
import dev.specula.Guarantee;
import dev.specula.Promise;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.token.AcceptsByRejection;
import dev.specula.token.AcceptsSiblings;
import dev.specula.token.FixedTree;

/** Not the same tokens. */
@AcceptsByRejection
@interface Sampled {}

@Promise(Guarantee.SAME_TOKENS)
abstract class PromiseBroken {
    @FixedTree
    @AcceptsSiblings
    @Promise(Guarantee.SAME_TOKENS)
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel captioner();

    @DraftModel(accepts = TEXT, target = "captioner")
    abstract CausalModel captionerDraft();

    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT,
            presets = Sampled.class)
    abstract CausalModel narrator();

    @DraftModel(accepts = TEXT, target = "narrator")
    abstract CausalModel narratorDraft();
}
