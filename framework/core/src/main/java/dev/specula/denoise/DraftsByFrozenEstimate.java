package dev.specula.denoise;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Guarantee;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Drafts with the last clean estimate of the target as if later states had the same: no draft model. */
@Documented
@Choice(axis = Axis.SOURCE, implementation = FrozenEstimate.class, guarantee = Guarantee.SAME_LAW)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface DraftsByFrozenEstimate {
    /** Which estimate is frozen: the last round's, for one call a round, or one computed for the purpose, for two. */
    Freshness freshness() default Freshness.PREFETCHED;
}
