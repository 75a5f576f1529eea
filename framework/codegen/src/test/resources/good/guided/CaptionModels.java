package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoader;
import dev.specula.token.AcceptsByBlock;
import dev.specula.token.AcceptsByRejection;
import dev.specula.token.Chain;
import dev.specula.token.DraftsByCoupledWindow;
import dev.specula.token.DraftsByJacobi;
import dev.specula.token.DraftsByRedrawnWindow;
import dev.specula.token.FixedBudget;
import dev.specula.token.GuessCoupling;
import dev.specula.token.WindowStart;

final class CaptionModels {
    @DraftsByJacobi(start = WindowStart.TOKEN_BEFORE, reuseAbove = 0.5)
    @interface Steady {}

    @DraftsByRedrawnWindow
    @Chain(tokens = 5)
    @AcceptsByRejection
    @FixedBudget
    @interface Redrawn {}

    @DraftsByCoupledWindow(coupling = GuessCoupling.SHARED_RACE, start = WindowStart.LAW_BEFORE)
    @AcceptsByRejection
    @interface Coupled {}

    @DraftsByRedrawnWindow
    @Chain(tokens = 5)
    @AcceptsByBlock
    @interface Blocks {}

    @AcceptsByTaste(bitterness = 3)
    @DraftsByRedrawnWindow
    @interface Tasty {}

    @TargetModel(
            accepts = TEXT,
            emits = IMAGE,
            presets = {Steady.class, Redrawn.class, Coupled.class, Blocks.class, Tasty.class})
    CausalModel captioner(ModelLoader load) {
        return load.causal("captioner");
    }

    @TargetModel(accepts = TEXT, emits = IMAGE)
    CausalModel drafted(ModelLoader load) {
        return load.causal("drafted");
    }

    @DraftModel(accepts = TEXT, emits = IMAGE, target = "drafted")
    CausalModel small(ModelLoader load) {
        return load.causal("small");
    }
}
