package captions;

import dev.specula.Axis;
import dev.specula.Choice;

/** Half of the longest draft. */
@Choice(axis = Axis.SCHEDULE, implementation = HalfSchedule.class)
@interface Halves {
    long rounds() default 7L;
}
