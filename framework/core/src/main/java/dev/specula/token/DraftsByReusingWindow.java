package dev.specula.token;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Guarantee;
import dev.specula.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Drafts from the laws of the target's last pass and keeps guesses that still look good: for ratio rules, an approximation. The
 * same reuse is exact under {@link AcceptsMatching}, with {@link DraftsByJacobi#reuseAbove}.
 */
@Documented
@Choice(axis = Axis.SOURCE, implementation = ReusingWindow.class, guarantee = Guarantee.RELAXED)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface DraftsByReusingWindow {
    /** A guess is reused where its probability exceeds this many times the one it was drawn with. */
    @Range(min = 0)
    double reuseAbove() default .5;

    /** What is proposed for a position that no pass has spoken of. */
    WindowStart start() default WindowStart.TOKEN_BEFORE;
}
