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

/** Drafts what followed the last tokens where they occurred before, in the prompt or in the answer: the more tokens recur, the more. */
@Documented
@Choice(axis = Axis.SOURCE, implementation = Lookup.class, offers = Need.CHANCES)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface DraftsByLookup {
    /** Most tokens that have to recur, at least 1; shorter runs are tried when longer ones do not recur. */
    @Range(min = 1)
    int longestRun() default 16;
}
