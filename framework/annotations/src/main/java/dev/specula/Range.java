package dev.specula;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Bounds a number, or each of several numbers, among the attributes of a choice: others do not compile. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Range {
    /** The least number that is allowed. */
    double min();

    /** The greatest number that is allowed. */
    double max() default Double.POSITIVE_INFINITY;

    /** The most that several numbers may add up to. */
    double sum() default Double.POSITIVE_INFINITY;

    /** Whether there must be one number at least, and none greater than the one before it. */
    boolean falling() default false;
}
