package captions;

import dev.specula.token.DraftsByLookup;
import dev.specula.token.FixedBudget;

/** For answers that repeat their question. */
@DraftsByLookup(longestRun = 2)
@FixedBudget
@interface Repeats {}
