package captions;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Need;

/** Drafts with the model, but never more than a few tokens. */
@Choice(axis = Axis.SOURCE, implementation = CautiousSource.class, needs = Need.DRAFT_MODEL)
@interface Cautious {
    int most();
}
