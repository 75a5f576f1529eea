package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.token.Chain;
import dev.specula.token.DraftsByLookup;
import dev.specula.token.FixedTree;

abstract class OutOfRange {
    @Chain(tokens = 65)
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel captioner();

    @DraftsByLookup(longestRun = 0)
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel narrator();

    @FixedTree(
            nodes = 0,
            keptByRank = {0.5, -0.1})
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel teller();

    @DraftModel(accepts = TEXT, target = "teller")
    abstract CausalModel tellerDraft();

    @FixedTree(keptByRank = {0.2, 0.3})
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel reader();

    @DraftModel(accepts = TEXT, target = "reader")
    abstract CausalModel readerDraft();

    @FixedTree(keptByRank = {})
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT)
    abstract CausalModel singer();

    @DraftModel(accepts = TEXT, target = "singer")
    abstract CausalModel singerDraft();
}
