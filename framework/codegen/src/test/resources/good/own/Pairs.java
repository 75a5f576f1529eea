package captions;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Guarantee;
import dev.specula.Longest;
import dev.specula.Need;
import dev.specula.Range;

/** Two children of the last token. */
@Choice(
        axis = Axis.SHAPE,
        implementation = PairGrowth.class,
        guarantee = Guarantee.SAME_LAW,
        needs = {Need.DRAFT_MODEL, Need.TREE_PASS})
@interface Pairs {
    @Longest
    @Range(min = 1, max = 2)
    int nodes() default 2;
}
