package captions;

import dev.specula.Axis;
import dev.specula.Choice;

/** Match under another name. */
@Choice(axis = Axis.ACCEPTANCE, implementation = TwiceRule.class)
@interface MatchesTwice {}
