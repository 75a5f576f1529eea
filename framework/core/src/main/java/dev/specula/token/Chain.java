package dev.specula.token;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Longest;
import dev.specula.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Drafts one token after the other, without side branches: the default. */
@Documented
@Choice(axis = Axis.SHAPE, implementation = ChainGrowth.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Chain {
    /** Most tokens in a draft, from 1 to 64. */
    @Longest
    @Range(min = 1, max = 64)
    int tokens() default 8;
}
