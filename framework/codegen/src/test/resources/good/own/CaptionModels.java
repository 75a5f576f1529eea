package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoader;

/** A choice of one's own on each axis, and two targets. */
record CaptionModels(ModelLoader loader) {
    @Echoes(tokens = 3, word = "a \"b\"", mood = Mood.GLAD)
    @Halves
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    CausalModel echo() {
        return loader.causal("echo");
    }

    @Pairs
    @MatchesTwice
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    CausalModel pairs() {
        return loader.causal("pairs");
    }

    @DraftModel(accepts = TEXT, target = "pairs")
    CausalModel pairsDraft() {
        return loader.causal("pairsDraft");
    }

    @Cautious(most = 2)
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    CausalModel cautious() {
        return loader.causal("cautious");
    }

    @DraftModel(accepts = TEXT, target = "cautious")
    CausalModel cautiousDraft() {
        return loader.causal("cautiousDraft");
    }
}
