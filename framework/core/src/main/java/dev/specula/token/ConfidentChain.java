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

/** Drafts one token after the other for as long as the draft model is sure. */
@Documented
@Choice(axis = Axis.SHAPE, implementation = ConfidentChainGrowth.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface ConfidentChain {
    /** Most tokens in a draft, from 1 to 64. */
    @Longest
    @Range(min = 1, max = 64)
    int tokens() default 24;

    /** Least probability of the draft model's likeliest token, without temperature; 0 never stops. */
    @Range(min = 0, max = 1)
    double confidence() default 0.4;
}
