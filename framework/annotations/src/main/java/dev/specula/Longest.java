package dev.specula;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the attribute of a shape that bounds a draft: the most nodes, node 0 not counted, which the schedule starts from. On a
 * source of a denoising model it bounds what is forecast in a row, and says that nothing is drafted.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Longest {}
