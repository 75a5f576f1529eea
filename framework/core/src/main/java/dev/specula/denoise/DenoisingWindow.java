package dev.specula.denoise;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Longest;
import dev.specula.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Drafts one state after the other: what a call of the target verifies at once. */
@Documented
@Choice(axis = Axis.SHAPE, implementation = Window.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface DenoisingWindow {
    /** Most drafted states, from 1 to 1000: one less than the steps of a window, the theta of autospeculation. */
    @Longest
    @Range(min = 1, max = 1000)
    int states() default 8;
}
