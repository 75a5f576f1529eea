package dev.specula.token;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Need;
import dev.specula.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Drafts with the bean annotated {@link dev.specula.DraftModel}, and uses what stood behind a refused token once more: for
 * answers that something outside pins down, as a sound pins down its words.
 */
@Documented
@Choice(
        axis = Axis.SOURCE,
        implementation = RecyclingSource.class,
        needs = {Need.DRAFT_MODEL, Need.CHAIN})
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface DraftsByRecycling {
    /** How many tokens the old draft may be behind or ahead of the new one, from 0 to 8. */
    @Range(min = 0, max = 8)
    int slip() default 1;
}
